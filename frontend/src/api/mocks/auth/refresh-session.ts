import { HttpResponse, http } from 'msw'
import { base, problem } from '../answers'
import { session } from '../session'
import { store } from '../store'

export const refreshSession = http.post(`${base}/auth/refresh`, () =>
  store.signedIn ? HttpResponse.json(session()) : problem(401, 'session_ended'),
)
