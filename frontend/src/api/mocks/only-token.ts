import { HttpResponse, http } from 'msw'
import { base, problem } from './answers'
import { server } from './server'
import { session } from './session'
import { store } from './store'

/** An API that knows one token only, and hands out another for the refresh cookie. */
export function onlyTokenIs(good: () => string | null) {
  const seen: Request[] = []
  const renewals: string[] = []
  server.use(
    http.all(`${base}/me`, ({ request }) => {
      seen.push(request.clone())
      const bearer = request.headers.get('Authorization')
      return bearer === `Bearer ${good()}` ? HttpResponse.json(store.me) : problem(401, 'token_invalid')
    }),
    http.post(`${base}/auth/refresh`, () => {
      renewals.push('renewed')
      return store.signedIn ? HttpResponse.json(session()) : problem(401, 'session_ended')
    }),
  )
  return { seen, renewals }
}
