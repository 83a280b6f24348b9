import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { answer } from '@/api/problem'

/** All tiers, archived ones too. */
export const allTiersQuery = queryOptions({
  queryKey: ['tiers', 'all'],
  queryFn: ({ signal }) => answer(api.GET('/admin/tiers', { signal })),
})
