import { QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError } from '@/api/problem'

/**
 * What was fetched is shown at once and asked for again behind it. A second counts as fresh, so that pointing at a link
 * and pressing it are one request. What may pass by itself is tried twice more; what the API refused is not.
 */
export function buildQueryClient() {
  const queryClient = new QueryClient({
    queryCache: new QueryCache({
      // What one may no longer see disappears, although it was fetched while one still could.
      onError: (error, query) => {
        const gone = error instanceof ApiError && (error.status === 403 || error.status === 404)
        if (gone && query.state.data !== undefined) {
          void queryClient.resetQueries({ queryKey: query.queryKey, exact: true })
        }
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 1_000,
        // Offline, a query should fail and say so rather than wait for ever.
        networkMode: 'always',
        // That alone would also mean that nothing is asked again when the connection is back.
        refetchOnReconnect: true,
        retry: (failures, error) => failures < 2 && error instanceof ApiError && error.unsettled,
        retryDelay: (failures) => 300 * 2 ** failures,
      },
      mutations: { networkMode: 'always' },
    },
  })
  return queryClient
}
