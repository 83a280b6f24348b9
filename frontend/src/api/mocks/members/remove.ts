import { http } from 'msw'
import { base, done } from '../answers'
import { store } from '../store'

export const removeMember = http.delete<{ user_id: string }>(
  `${base}/organizations/:slug/members/:user_id`,
  ({ params }) => {
    store.members = store.members.filter(({ user_id }) => user_id !== params.user_id)
    return done()
  },
)
