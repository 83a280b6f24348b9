import { HttpResponse, http } from 'msw'
import type { Member } from '../../types'
import { base } from '../answers'
import { ago, uuid, yes } from '../invented/basics'
import { store } from '../store'

export const addMember = http.post<{ slug: string }, Pick<Member, 'email' | 'name' | 'role'>>(
  `${base}/organizations/:slug/members`,
  async ({ request }) => {
    const member: Member = {
      ...(await request.json()),
      user_id: uuid(300 + store.members.length),
      joined_at: ago(0),
      version: 1,
      can: { change: yes, remove: yes },
    }
    store.members = [...store.members, member]
    return HttpResponse.json(member, { status: 201 })
  },
)
