import type { EnsureQueryDataOptions, QueryClient, QueryKey } from '@tanstack/react-query'

/** What a page's loader gets. */
export type Needs = { queryClient: QueryClient; params: Record<string, string> }

/** Data for a page before it is drawn: waited for the first time, refreshed behind the page every other time. */
export function prefetch<Data, Failure, Result, Key extends QueryKey>(
  queryClient: QueryClient,
  query: EnsureQueryDataOptions<Data, Failure, Result, Key>,
): Promise<Result> {
  return queryClient.ensureQueryData({ ...query, revalidateIfStale: true })
}
