import { useQueryClient } from '@tanstack/react-query'
import { refreshProjects } from '@/api/projects'
import type { Pledge } from '@/api/types'
import { toast } from '@/ui/toast'
import { pledgeQuery } from '../queries/editor'

/** What follows something done with a pledge: it, its project and the work queue are read again. */
export function useAfterPledgeDeed(say: (pledge: Pledge) => string, onClose: () => void) {
  const queryClient = useQueryClient()
  return async (pledge: Pledge) => {
    queryClient.setQueryData(pledgeQuery(pledge.id).queryKey, pledge)
    await Promise.all([refreshProjects(queryClient), queryClient.invalidateQueries({ queryKey: ['work'] })])
    toast(say(pledge))
    onClose()
  }
}

/** Reads the pledge again and gives up: whoever asked sees it as it is now. */
export function usePledgeReload({ id }: Pledge, onClose: () => void) {
  const queryClient = useQueryClient()
  return async () => {
    await Promise.all([queryClient.invalidateQueries(pledgeQuery(id)), refreshProjects(queryClient)])
    onClose()
  }
}
