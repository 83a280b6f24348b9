import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Change } from '@/api/live'
import { pledgeQuery } from '@/api/pledges'
import type { Pledge } from '@/api/types'

/** Others who join or leave move this pledge's share: when the project changes, the pledge is read again. */
export function useFreshPledge(pledge: Pledge, change: Change | null) {
  const queryClient = useQueryClient()
  const key = pledge.id
  useEffect(() => {
    if (change) void queryClient.invalidateQueries(pledgeQuery(key))
  }, [change, key, queryClient])
}
