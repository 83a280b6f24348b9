import { useQueryClient } from '@tanstack/react-query'
import { type Attempt, useAction } from '@/api/action'
import { ifMatch } from '@/api/client'
import { answer, type Call } from '@/api/problem'
import { refreshProjects } from '@/api/projects'
import type { Pledge } from '@/api/types'
import { toast } from '@/ui/toast'
import { pledgeQuery } from '../queries/editor'

type Params = { path: { id: string }; header: Attempt & ReturnType<typeof ifMatch> }

/** Asks the API for something to be done with a pledge as it was seen. */
export type SendPledgeDeed<Input> = (params: Params, body: Input) => Call<Pledge>

/**
 * A deed on one pledge. When it is done the pledge, its project and the work queue are read again; when somebody else
 * was faster, `reload` reads the pledge again and gives up: whoever asked sees it as it is now.
 */
export function usePledgeDeed<Input>(
  pledge: Pledge,
  send: SendPledgeDeed<Input>,
  say: (pledge: Pledge) => string,
  onClose: () => void,
) {
  const queryClient = useQueryClient()
  const { id } = pledge

  const onDone = async (changed: Pledge) => {
    queryClient.setQueryData(pledgeQuery(changed.id).queryKey, changed)
    await Promise.all([refreshProjects(queryClient), queryClient.invalidateQueries({ queryKey: ['work'] })])
    toast(say(changed))
    onClose()
  }
  const reload = async () => {
    await Promise.all([queryClient.invalidateQueries(pledgeQuery(id)), refreshProjects(queryClient)])
    onClose()
  }
  const action = useAction(
    (body: Input, attempt) => answer(send({ path: { id }, header: { ...attempt, ...ifMatch(pledge) } }, body)),
    { onDone },
  )
  return { ...action, reload }
}
