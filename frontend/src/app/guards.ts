import { redirect } from '@tanstack/react-router'
import { ApiError, refusal } from '@/api/problem'
import { restoreSession } from '@/api/renew'
import { currentSession } from '@/api/session'
import type { Me } from '@/api/types'

type Arrival = { location: { href: string } }

/** Doors, for politeness only: the API guards the rooms. Whoever is not signed in comes back after signing in. */
async function requireUser({ location }: Arrival): Promise<Me> {
  // The API was silent when the page was loaded; whoever knocks again may be let in.
  if (currentSession().status === 'unreachable') await restoreSession()
  const session = currentSession()
  if (session.status === 'unreachable') throw new ApiError('no_answer', 0)
  if (!session.user) throw redirect({ to: '/sign-in', search: { return_to: location.href } })
  return session.user
}

export async function signedIn(arrival: Arrival) {
  await requireUser(arrival)
}

export async function staff(arrival: Arrival) {
  const { can } = await requireUser(arrival)
  if (!can.see_staff_pages.ok) throw refusal(can.see_staff_pages)
}

export async function auditors(arrival: Arrival) {
  const { can } = await requireUser(arrival)
  if (!can.see_audit.ok) throw refusal(can.see_audit)
}
