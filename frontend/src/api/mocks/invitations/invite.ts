import { HttpResponse, http } from 'msw'
import type { Invitation } from '../../types'
import { base, problem } from '../answers'
import { invitation } from '../invented/organizations'
import { store } from '../store'

export const inviteMember = http.post<{ slug: string }, Pick<Invitation, 'email' | 'role'>>(
  `${base}/organizations/:slug/invitations`,
  async ({ request }) => {
    const asked = await request.json()
    if (asked.email.startsWith('taken')) {
      return problem(422, 'body_invalid', [{ pointer: '/email', code: 'not_allowed', detail: 'Not this one.' }])
    }
    const created = { ...invitation(store.invitations.length), ...asked }
    store.invitations = [...store.invitations, created]
    return HttpResponse.json(created, { status: 201 })
  },
)
