import { HttpResponse, http } from 'msw'
import type { Member } from '../../types'
import { base } from '../answers'
import { store } from '../store'

export const changeMember = http.patch<{ user_id: string }, Partial<Member>>(
  `${base}/organizations/:slug/members/:user_id`,
  async ({ params, request }) => {
    const changes = await request.json()
    store.members = store.members.map((member) =>
      member.user_id === params.user_id ? { ...member, ...changes, version: member.version + 1 } : member,
    )
    return HttpResponse.json(store.members.find(({ user_id }) => user_id === params.user_id))
  },
)
