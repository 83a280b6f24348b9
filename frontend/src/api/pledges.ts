import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { allPages, pageLimit } from './all-pages'
import { api } from './client'
import { answer } from './problem'
import type { Pledge } from './types'

export const pledgeQuery = (id: string) =>
  queryOptions({
    queryKey: ['pledges', id],
    queryFn: ({ signal }) => answer(api.GET('/pledges/{id}', { params: { path: { id } }, signal })),
  })

/** An organisation's own pledges, ended ones too; below its organisation's key, so that a change of that asks again. */
export const organizationPledgesQuery = (slug: string) =>
  queryOptions({
    queryKey: ['organizations', slug, 'pledges'],
    queryFn: ({ signal }) =>
      allPages((cursor) =>
        answer(
          api.GET('/organizations/{slug}/pledges', {
            params: { path: { slug }, query: { limit: pageLimit, ...(cursor && { cursor }) } },
            signal,
          }),
        ),
      ),
  })

/** A fiscal year of an organisation, such as "FY27"; the current one if none is named. */
export const budgetQuery = (slug: string, year?: string) =>
  queryOptions({
    queryKey: ['organizations', slug, 'budget', year ?? 'now'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/organizations/{slug}/budget', {
          params: { path: { slug }, query: year ? { fiscal_year: year } : {} },
          signal,
        }),
      ),
  })

/** Where a pledge's life has not ended: at most one of these for each organisation and project. */
export function isLive({ status }: Pick<Pledge, 'status'>): boolean {
  return ['requested', 'pledged', 'signed', 'invoiced', 'collected'].includes(status)
}

/** A pledge that was placed or changed moves its project's numbers and its organisation's. */
export async function pledgeChanged(queryClient: QueryClient, pledge: Pledge) {
  queryClient.setQueryData(pledgeQuery(pledge.id).queryKey, pledge)
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['pledges', pledge.id, 'history'] }),
    queryClient.invalidateQueries({ queryKey: ['organizations', pledge.organization.slug] }),
    queryClient.invalidateQueries({ queryKey: ['projects'] }),
  ])
}
