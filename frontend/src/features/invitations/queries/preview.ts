import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { answer } from '@/api/problem'

/** What an invitation is for. Read once: it does not change while one looks at it. */
export const previewQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => answer(api.POST('/invitations/preview', { body: { token }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  })
