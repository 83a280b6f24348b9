import { http } from 'msw'
import { base, done } from '../answers'
import { store } from '../store'

export const revokeInvitation = http.delete<{ id: string }>(
  `${base}/organizations/:slug/invitations/:id`,
  ({ params }) => {
    store.invitations = store.invitations.filter(({ id }) => id !== params.id)
    return done()
  },
)
