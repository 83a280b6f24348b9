import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { organizationQuery } from './organizations'

const route = getRouteApi('/organizations/$slug')

/** The organisation of the address one is at; the layout has loaded it. */
export function useOrganization() {
  const { slug } = route.useParams()
  return useSuspenseQuery(organizationQuery(slug)).data
}
