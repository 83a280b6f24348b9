import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { pledgeChanged, pledgeQuery } from '@/api/pledges'
import { answer } from '@/api/problem'
import type { NewPledge } from '@/api/types'
import type { Draft } from './draft'

/** Sends a pledge, once however often it is pressed, and leads on to its receipt. */
export function usePlacePledge<Values>(project: string, draft: Draft<Values>) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return useAction(
    (body: NewPledge, headers) =>
      answer(api.POST('/projects/{slug}/pledges', { params: { path: { slug: project }, header: headers }, body })),
    {
      kept: draft.attempt,
      onDone: async (pledge) => {
        draft.drop()
        queryClient.setQueryData(pledgeQuery(pledge.id).queryKey, pledge)
        // In place of the form: going back must not lead to a form that has been sent.
        await navigate({ to: '/pledges/$id', params: { id: pledge.id }, replace: true })
        void pledgeChanged(queryClient, pledge)
      },
    },
  )
}
