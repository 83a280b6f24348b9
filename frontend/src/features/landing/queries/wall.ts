import { queryOptions } from '@tanstack/react-query'
import { allPages, pageLimit } from '@/api/all-pages'
import { api } from '@/api/client'
import { answer } from '@/api/problem'

/** Everybody who takes part, for the wall. */
export const wallQuery = queryOptions({
  queryKey: ['organizations'],
  queryFn: ({ signal }) =>
    allPages((cursor) =>
      answer(api.GET('/organizations', { params: { query: { limit: pageLimit, ...(cursor && { cursor }) } }, signal })),
    ),
})
