import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { answer } from './problem'

/** The tiers a membership can have, in the order staff gave them. */
export const tiersQuery = queryOptions({
  queryKey: ['tiers'],
  queryFn: ({ signal }) => answer(api.GET('/tiers', { signal })),
})
