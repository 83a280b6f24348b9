import { QueryClient } from '@tanstack/react-query'
import { ApiError } from '@/api/problem'

/** Answers keep for half a minute; what may pass by itself is tried twice more, what the API refused is not. */
export function buildQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // Offline, a query should fail and say so rather than wait for ever.
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && error instanceof ApiError && error.unsettled,
        retryDelay: (failures) => 300 * 2 ** failures,
      },
      mutations: { networkMode: 'always' },
    },
  })
}
