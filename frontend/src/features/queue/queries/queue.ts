import { queryOptions } from '@tanstack/react-query'
import { pageLimit } from '@/api/all-pages'
import { api } from '@/api/client'
import { answer } from '@/api/problem'

/** What waits to be sent, fresh while one looks at it. */
export const queueQuery = queryOptions({
  queryKey: ['queue'],
  queryFn: ({ signal }) => answer(api.GET('/admin/queues', { params: { query: { limit: pageLimit } }, signal })),
  staleTime: 0,
  refetchInterval: 15_000,
})
