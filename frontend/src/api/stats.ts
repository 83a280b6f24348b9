import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { answer } from './problem'

/** All public projects in numbers: together, by theme and by year. */
export const statsQuery = queryOptions({
  queryKey: ['stats'],
  queryFn: ({ signal }) => answer(api.GET('/stats', { signal })),
})
