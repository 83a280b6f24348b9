import { http } from 'msw'
import { base, done } from '../answers'
import { store } from '../store'

export const revokeToken = http.delete<{ id: string }>(`${base}/me/tokens/:id`, ({ params }) => {
  store.tokens = store.tokens.filter(({ id }) => id !== params.id)
  return done()
})
