import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useAction } from '@/api/action'
import { api, ifMatch } from '@/api/client'
import { answer } from '@/api/problem'
import type { Organization, OrganizationChanges } from '@/api/types'
import { organizationQuery } from './organizations'

const route = getRouteApi('/organizations/$slug')

/** The organisation of the address one is at; the layout has loaded it. */
export function useOrganization() {
  const { slug } = route.useParams()
  return useSuspenseQuery(organizationQuery(slug)).data
}

/** Changes some of its fields, based on the version on the page; the answer becomes the page. */
export function useChangeOrganization(onDone: () => unknown) {
  const organization = useOrganization()
  const queryClient = useQueryClient()
  const { queryKey } = organizationQuery(organization.slug)
  const change = useAction(
    (body: OrganizationChanges, headers) =>
      answer<Organization>(
        api.PATCH('/organizations/{slug}', {
          params: { path: { slug: organization.slug }, header: ifMatch(organization) },
          body,
          headers,
        }),
      ),
    {
      onDone: (changed) => {
        queryClient.setQueryData(organizationQuery(changed.slug).queryKey, changed)
        void queryClient.invalidateQueries({ queryKey: ['organizations'], exact: true })
        return onDone()
      },
    },
  )
  return { organization, change, reload: () => queryClient.invalidateQueries({ queryKey, exact: true }) }
}
