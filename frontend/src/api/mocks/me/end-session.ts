import { http } from 'msw'
import { base, done } from '../answers'
import { store } from '../store'

export const endSession = http.delete<{ id: string }>(`${base}/me/sessions/:id`, ({ params }) => {
  store.sessions = store.sessions.filter(({ id }) => id !== params.id)
  return done()
})
