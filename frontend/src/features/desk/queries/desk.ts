import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { answer } from '@/api/problem'

export const workQuery = queryOptions({
  queryKey: ['work'],
  queryFn: ({ signal }) => answer(api.GET('/admin/work', { signal })),
})

export const capacityQuery = queryOptions({
  queryKey: ['capacity'],
  queryFn: ({ signal }) => answer(api.GET('/admin/capacity', { signal })),
})
