import type { Session } from '../types'
import { store } from './store'

let renewals = 0

/** A new session of the one person there is; every access token differs, as the real ones do. */
export function session(): Session {
  renewals += 1
  return { access_token: `access-${renewals}`, token_type: 'Bearer', expires_in: 600, user: store.me }
}
