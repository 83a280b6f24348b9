import { ApiError, toApiError } from './problem'
import { accessToken, beginSession, expireSession, markUnreachable, mayHaveSession } from './session'
import type { Session } from './types'

/**
 * A new access token for an old one, with the refresh cookie.
 *
 * The API rotates the cookie and ends the whole session when an old one is used again, so at most one renewal is
 * under way in this browser: calls of this tab share one promise, tabs queue for one lock.
 */
let underWay: Promise<boolean> | null = null

/** Resolves to whether there is a session again; rejects when the API could not be asked. */
export function renewSession(): Promise<boolean> {
  underWay ??= oneTabAtATime(renew).finally(() => {
    underWay = null
  })
  return underWay
}

/** On load: the session that a reload interrupted. Never rejects, since public pages do without. */
export async function restoreSession(): Promise<void> {
  if (mayHaveSession()) await renewSession().catch(markUnreachable)
}

async function renew(tokenBefore: string | null): Promise<boolean> {
  // Another tab renewed while this one queued, and told us.
  if (accessToken() && accessToken() !== tokenBefore) return true

  const response = await fetch('/api/v1/auth/refresh', { method: 'POST' }).catch(() => {
    throw new ApiError('no_answer', 0)
  })
  if (response.ok) {
    beginSession((await response.json()) as Session)
    return true
  }
  if (response.status !== 401 && response.status !== 403) {
    throw toApiError(response, await response.json().catch(() => null))
  }
  expireSession()
  return false
}

function oneTabAtATime(task: (tokenBefore: string | null) => Promise<boolean>): Promise<boolean> {
  const tokenBefore = accessToken()
  // Browsers offer locks in secure contexts only; a plain http host has one tab's care instead.
  if (!navigator.locks) return task(tokenBefore)
  return navigator.locks.request('cofund.renew', () => task(tokenBefore))
}
