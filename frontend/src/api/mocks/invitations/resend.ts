import { HttpResponse, http } from 'msw'
import { base } from '../answers'
import { store } from '../store'

export const resendInvitation = http.post<{ id: string }>(
  `${base}/organizations/:slug/invitations/:id/resend`,
  ({ params }) => HttpResponse.json(store.invitations.find(({ id }) => id === params.id)),
)
