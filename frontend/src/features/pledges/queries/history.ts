import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { answer } from '@/api/problem'

export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ['pledges', id, 'history'],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/pledges/{id}/history', { params: { path: { id } }, signal }))).items,
  })
