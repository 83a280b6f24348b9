import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { answer } from '@/api/problem'

/** The terms of one version; published terms never change. */
export const termsQuery = (version: string) =>
  queryOptions({
    queryKey: ['terms', version],
    queryFn: ({ signal }) => answer(api.GET('/terms/{version}', { params: { path: { version } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  })
