import { queryOptions } from '@tanstack/react-query'
import { allPages, pageLimit } from '@/api/all-pages'
import { api } from '@/api/client'
import { answer } from '@/api/problem'

/** Who takes part; a ledger knows their addresses only. */
export const organizationsQuery = queryOptions({
  queryKey: ['organizations'],
  queryFn: ({ signal }) =>
    allPages((cursor) =>
      answer(api.GET('/organizations', { params: { query: { limit: pageLimit, ...(cursor && { cursor }) } }, signal })),
    ),
})
