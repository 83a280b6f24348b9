import { useQueries, useSuspenseQuery } from '@tanstack/react-query'
import { organizationsQuery } from '@/api/organizations'
import { projectQuery } from '@/api/projects'
import { useMe } from '@/api/session'
import type { OrganizationRef, Permission, Role } from '@/api/types'

/** An organisation somebody might pledge for, and whether the API lets them, as far as it was asked. */
export type Candidate = { organization: OrganizationRef; role: Role | null; can: Permission | undefined }

/** The organisations one belongs to; for staff, who may act for any, all of them. */
export function useCandidates(project: string): Candidate[] {
  const me = useMe()
  const forAny = me.can.see_staff_pages.ok
  const asked = useQueries({
    queries: me.memberships.map(({ organization }) => projectQuery(project, organization.slug)),
  })
  const own = me.memberships.map(({ organization, role }, index) => ({
    organization,
    role,
    can: asked[index]?.data?.can.pledge,
  }))
  const { data: all } = useSuspenseQuery({ ...organizationsQuery, staleTime: 60_000 })
  const others = forAny ? all.filter(({ slug }) => !own.some(({ organization }) => organization.slug === slug)) : []
  return [...own, ...others.map((organization) => ({ organization, role: null, can: undefined }))]
}
