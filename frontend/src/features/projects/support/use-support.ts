import { useQueryClient } from '@tanstack/react-query'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { answer } from '@/api/problem'
import type { NewSupport } from '@/api/types'

export function useGiveSupport(slug: string, onDone: () => unknown) {
  const queryClient = useQueryClient()
  return useAction(
    (body: NewSupport, headers) =>
      answer(api.POST('/projects/{slug}/supports', { params: { path: { slug } }, body, headers })),
    {
      onDone: async () => {
        await queryClient.invalidateQueries({ queryKey: ['projects', slug] })
        onDone()
      },
    },
  )
}

export function useEndSupport(slug: string, onDone: () => unknown) {
  const queryClient = useQueryClient()
  return useAction(
    (id: string, headers) =>
      answer(api.DELETE('/projects/{slug}/supports/{id}', { params: { path: { slug, id } }, headers })),
    {
      onDone: async () => {
        await queryClient.invalidateQueries({ queryKey: ['projects', slug] })
        onDone()
      },
    },
  )
}
