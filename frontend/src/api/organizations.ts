import { queryOptions } from '@tanstack/react-query'
import { allPages, pageLimit } from './all-pages'
import { api } from './client'
import { answer } from './problem'

/** Everybody who takes part. Keys nest: what changes an organisation invalidates `['organizations']` and all below. */
export const organizationsQuery = queryOptions({
  queryKey: ['organizations'],
  queryFn: ({ signal }) =>
    allPages((cursor) =>
      answer(api.GET('/organizations', { params: { query: { limit: pageLimit, ...(cursor && { cursor }) } }, signal })),
    ),
})
