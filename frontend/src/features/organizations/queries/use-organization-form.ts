import { useQueryClient } from '@tanstack/react-query'
import { useAction } from '@/api/action'
import { api, ifMatch } from '@/api/client'
import { answer } from '@/api/problem'
import type { Organization, OrganizationChanges } from '@/api/types'
import { useBase } from '@/ui/form'
import { organizationQuery } from './organizations'
import { useOrganization } from './use-organization'

/** What to fill a form of the organisation with, how to save it, and how to see what somebody else made of it. */
export function useOrganizationForm<Values>(valuesOf: (organization: Organization) => Values, onSaved: () => unknown) {
  const { base, values, rebase } = useBase(useOrganization(), valuesOf)
  const queryClient = useQueryClient()
  const query = organizationQuery(base.slug)

  const save = useAction(
    (body: OrganizationChanges, headers) =>
      answer(
        api.PATCH('/organizations/{slug}', {
          params: { path: { slug: base.slug }, header: ifMatch(base) },
          body,
          headers,
        }),
      ),
    {
      onDone: (changed) => {
        queryClient.setQueryData(organizationQuery(changed.slug).queryKey, changed)
        void queryClient.invalidateQueries({ queryKey: ['organizations'], exact: true })
        rebase(changed)
        return onSaved()
      },
    },
  )
  const reload = async () => rebase(await queryClient.fetchQuery({ ...query, staleTime: 0 }))
  return { base, values, save, reload }
}
