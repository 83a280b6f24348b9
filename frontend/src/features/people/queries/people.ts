import { queryOptions } from '@tanstack/react-query'
import { allPages, pageLimit } from '@/api/all-pages'
import { api } from '@/api/client'
import { answer } from '@/api/problem'

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) =>
    allPages((cursor) =>
      answer(api.GET('/admin/users', { params: { query: { limit: pageLimit, ...(cursor && { cursor }) } }, signal })),
    ),
})

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', id],
    queryFn: ({ signal }) => answer(api.GET('/admin/users/{id}', { params: { path: { id } }, signal })),
  })

export const personIdentitiesQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', id, 'identities'],
    queryFn: ({ signal }) => answer(api.GET('/admin/users/{id}/identities', { params: { path: { id } }, signal })),
  })
