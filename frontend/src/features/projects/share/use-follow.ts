import { useQueryClient } from '@tanstack/react-query'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { answer } from '@/api/problem'

/** Follows, or stops following; the count on the page is the API's. */
export function useFollow(slug: string) {
  const queryClient = useQueryClient()
  return useAction(
    (follow: boolean, headers) => {
      const params = { path: { slug } }
      return follow
        ? answer(api.PUT('/projects/{slug}/follow', { params, headers }))
        : answer(api.DELETE('/projects/{slug}/follow', { params, headers }))
    },
    { onDone: () => queryClient.invalidateQueries({ queryKey: ['projects', slug] }) },
  )
}
