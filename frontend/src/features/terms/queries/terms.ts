import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { answer } from '@/api/problem'

/** Every version there ever was, the newest first. */
export const allTermsQuery = queryOptions({
  queryKey: ['terms', 'all'],
  queryFn: async ({ signal }) => {
    const { items } = await answer(api.GET('/admin/terms', { signal }))
    return items.toSorted((left, right) => right.published_at.localeCompare(left.published_at))
  },
})
