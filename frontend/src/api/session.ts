import { useRef, useSyncExternalStore } from 'react'
import type { Me, Session } from './types'

/**
 * Who is signed in, in this browser.
 *
 * The access token lives in memory and nowhere else; a reload gets a new one with the HttpOnly refresh cookie.
 * Tabs tell each other when a session begins or ends, so that signing in beside an expired page revives it.
 */
export type SessionState =
  | { status: 'signed-out'; user: null }
  | { status: 'signed-in'; user: Me }
  /** It ended while somebody worked: what they typed is still on the page, and `user` says who may come back. */
  | { status: 'ended'; user: Me }
  /** There may be a session, but the API did not answer. */
  | { status: 'unreachable'; user: null }

type Message = { kind: 'began'; session: Session } | { kind: 'ended' }

const hintKey = 'cofund.signed-in'
const listeners = new Set<() => void>()
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('cofund.session')

let state: SessionState = { status: 'signed-out', user: null }
let token: string | null = null

function change(next: SessionState, nextToken: string | null) {
  state = next
  token = nextToken
  for (const listener of listeners) listener()
}

/** The hint is no secret: it only saves everybody without a session a refresh that cannot succeed. */
function remember(signedIn: boolean) {
  try {
    if (signedIn) localStorage.setItem(hintKey, '1')
    else localStorage.removeItem(hintKey)
  } catch {
    // Storage may be refused. The session then lasts as long as the page.
  }
}

export function mayHaveSession(): boolean {
  try {
    return localStorage.getItem(hintKey) !== null
  } catch {
    return true
  }
}

export const currentSession = () => state
export const accessToken = () => token

export function subscribeToSession(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function useSession(): SessionState {
  return useSyncExternalStore(subscribeToSession, currentSession)
}

/**
 * The signed-in person; only for pages that the router opens to nobody else. After signing out such a page still
 * stands for a moment, until the router has led away from it: it then keeps whom it knew.
 */
export function useMe(): Me {
  const { user } = useSession()
  const known = useRef(user)
  if (user) known.current = user
  if (!known.current) throw new Error('This page is for signed-in people')
  return known.current
}

export function beginSession(session: Session) {
  remember(true)
  change({ status: 'signed-in', user: session.user }, session.access_token)
  channel?.postMessage({ kind: 'began', session } satisfies Message)
}

/** The person's own data changed (a new name, a membership more or less). */
export function updateUser(user: Me) {
  if (state.status === 'signed-in') change({ status: 'signed-in', user }, token)
}

/** Signed out on purpose, here or in another tab. */
export function endSession({ tellOthers = true } = {}) {
  remember(false)
  change({ status: 'signed-out', user: null }, null)
  if (tellOthers) channel?.postMessage({ kind: 'ended' } satisfies Message)
}

/** The API ended it: signed out somewhere else, expired, or the account was disabled. */
export function expireSession() {
  remember(false)
  change(state.user ? { status: 'ended', user: state.user } : { status: 'signed-out', user: null }, null)
}

export function markUnreachable() {
  if (!state.user) change({ status: 'unreachable', user: null }, null)
}

channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
  if (data.kind === 'began') change({ status: 'signed-in', user: data.session.user }, data.session.access_token)
  else change({ status: 'signed-out', user: null }, null)
})
