import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { answer } from './problem'

/** Who may vouch for people, beside their mailbox. It changes with the deployment, not while one looks. */
export const providersQuery = queryOptions({
  queryKey: ['providers'],
  queryFn: ({ signal }) => answer(api.GET('/auth/providers', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
})
