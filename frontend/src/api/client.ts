import createClient from 'openapi-fetch'
import { firstAnswer } from './first-answers'
import { renewSession } from './renew'
import type { paths } from './schema'
import { accessToken } from './session'

/** Codes of a 401 that a fresh access token cures; any other 401 is an answer to the call itself. */
const curable = new Set(['unauthenticated', 'token_invalid', 'session_ended'])

async function isCurable(response: Response): Promise<boolean> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  return typeof body === 'object' && body !== null && 'code' in body && curable.has(String(body.code))
}

function send(request: Request, token: string | null): Promise<Response> {
  if (token) request.headers.set('Authorization', `Bearer ${token}`)
  return fetch(request)
}

/** Sends with the bearer; a token that has run out is renewed once and the call repeated, unseen by the caller. */
export async function fetchSignedIn(request: Request): Promise<Response> {
  // Set before the copy is made, so that both tries carry the same key and the API acts once.
  if (request.method !== 'GET' && !request.headers.has('Idempotency-Key')) {
    request.headers.set('Idempotency-Key', crypto.randomUUID())
  }
  const used = accessToken()
  const known = used ? undefined : firstAnswer(request)
  if (known) return known
  const again = request.clone() // a body can be read only once
  const response = await send(request, used)
  if (response.status !== 401 || !used || !(await isCurable(response))) return response

  // Another call may have renewed it in the meantime.
  const renewed = accessToken() !== used || (await renewSession())
  return renewed ? send(again, accessToken()) : response
}

/** The one way to the API. */
export const api = createClient<paths>({ baseUrl: '/api/v1', fetch: fetchSignedIn })

/** The version a change is based on; the API refuses it when somebody else was faster. */
export const ifMatch = (thing: { version: number }) => ({ 'If-Match': `"${thing.version}"` })
