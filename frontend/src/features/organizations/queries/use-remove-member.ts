import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { answer } from '@/api/problem'
import type { Member } from '@/api/types'
import { useOrganization } from './use-organization'

/** Takes somebody, or oneself, out of the organisation one is at. */
export function useRemoveMember(onDone: (member: Member) => unknown) {
  const { slug } = useOrganization()
  return useAction(
    ({ user_id }: Member, headers) =>
      answer(api.DELETE('/organizations/{slug}/members/{user_id}', { params: { path: { slug, user_id } }, headers })),
    { onDone: (_, member) => onDone(member) },
  )
}
