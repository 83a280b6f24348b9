import { redirect } from '@tanstack/react-router'
import { ApiError } from '@/api/problem'
import { currentSession } from '@/api/session'
import type { Me } from '@/api/types'

/** Doors, for politeness only: the API guards the rooms. Whoever is not signed in comes back after signing in. */
function requireUser(location: { href: string }): Me {
  const session = currentSession()
  if (session.status === 'unreachable') throw new ApiError('no_answer', 0)
  if (!session.user) throw redirect({ to: '/sign-in', search: { return_to: location.href } })
  return session.user
}

type Arrival = { location: { href: string } }

export function signedIn({ location }: Arrival) {
  requireUser(location)
}

export function staff({ location }: Arrival) {
  if (!requireUser(location).can.see_staff_pages.ok) throw new ApiError('not_staff', 403)
}

export function auditors({ location }: Arrival) {
  if (!requireUser(location).can.see_audit.ok) throw new ApiError('not_admin', 403)
}
