import { queryOptions } from '@tanstack/react-query'
import { allPages, pageLimit } from '@/api/all-pages'
import { api } from '@/api/client'
import { answer } from '@/api/problem'

const ended = new Set(['withdrawn', 'declined', 'released', 'defaulted'])

/** What an organisation of the reader stands for now, hidden or not. */
export const ownPledgesQuery = (organization: string) =>
  queryOptions({
    queryKey: ['organizations', organization, 'pledges', 'live'],
    queryFn: async ({ signal }) => {
      const pledges = await allPages((cursor) =>
        answer(
          api.GET('/organizations/{slug}/pledges', {
            params: { path: { slug: organization }, query: { limit: pageLimit, ...(cursor && { cursor }) } },
            signal,
          }),
        ),
      )
      return pledges.filter(({ status }) => !ended.has(status))
    },
  })
