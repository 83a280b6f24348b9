import { queryOptions } from '@tanstack/react-query'
import { allPages, pageLimit } from '@/api/all-pages'
import { api } from '@/api/client'
import { answer } from '@/api/problem'
import type { ProjectRef } from '@/api/types'

/** What an organisation openly pays for, and what it is named for without an amount. */
export const fundingQuery = (slug: string) =>
  queryOptions({
    queryKey: ['organizations', slug, 'funding'],
    queryFn: async ({ signal }) => {
      let named: ProjectRef[] = []
      const items = await allPages(async (cursor) => {
        const page = await answer(
          api.GET('/organizations/{slug}/funding', {
            params: { path: { slug }, query: { limit: pageLimit, ...(cursor && { cursor }) } },
            signal,
          }),
        )
        named = page.named
        return page
      })
      return { items, named }
    },
  })
