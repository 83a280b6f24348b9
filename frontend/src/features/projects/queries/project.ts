import { queryOptions } from '@tanstack/react-query'
import { allPages, pageLimit } from '@/api/all-pages'
import { api } from '@/api/client'
import { answer } from '@/api/problem'
import type { Supports } from '@/api/types'

/** What a project's page reads besides the project itself. Below `['projects', slug]`, so that news reach all of it. */
const page = (cursor: string | undefined) => ({ limit: pageLimit, ...(cursor && { cursor }) })

export const progressQuery = (slug: string) =>
  queryOptions({
    queryKey: ['projects', slug, 'progress'],
    queryFn: ({ signal }) => answer(api.GET('/projects/{slug}/progress', { params: { path: { slug } }, signal })),
  })

export const updatesQuery = (slug: string) =>
  queryOptions({
    queryKey: ['projects', slug, 'updates'],
    queryFn: ({ signal }) =>
      allPages((cursor) =>
        answer(api.GET('/projects/{slug}/updates', { params: { path: { slug }, query: page(cursor) }, signal })),
      ),
  })

/** Everybody who stands behind it, with what all of it comes to. */
export const supportsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['projects', slug, 'supports'],
    queryFn: async ({ signal }) => {
      let totals: Pick<Supports, 'counts' | 'communities_served'> = { counts: [], communities_served: 0 }
      const items = await allPages(async (cursor) => {
        const answered = await answer(
          api.GET('/projects/{slug}/supports', { params: { path: { slug }, query: page(cursor) }, signal }),
        )
        totals = answered
        return answered
      })
      return { items, counts: totals.counts, communities_served: totals.communities_served }
    },
  })

export const ledgerQuery = (slug: string) =>
  queryOptions({
    queryKey: ['projects', slug, 'ledger'],
    queryFn: ({ signal }) =>
      allPages((cursor) =>
        answer(api.GET('/projects/{slug}/ledger', { params: { path: { slug }, query: page(cursor) }, signal })),
      ),
  })

export const ledgerAddress = (slug: string) => `/api/v1/projects/${encodeURIComponent(slug)}/ledger.jsonl`

/** The ledger's own text, as anybody downloads it: verifying reads this and not what the page made of it. */
export const fetchLedger = (slug: string) =>
  answer(api.GET('/projects/{slug}/ledger.jsonl', { params: { path: { slug } }, parseAs: 'text', cache: 'no-store' }))
