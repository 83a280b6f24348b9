import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { answer } from '@/api/problem'

export const organizationQuery = (slug: string) =>
  queryOptions({
    queryKey: ['organizations', slug],
    queryFn: ({ signal }) => answer(api.GET('/organizations/{slug}', { params: { path: { slug } }, signal })),
  })

export const membersQuery = (slug: string) =>
  queryOptions({
    queryKey: ['organizations', slug, 'members'],
    queryFn: ({ signal }) => answer(api.GET('/organizations/{slug}/members', { params: { path: { slug } }, signal })),
  })

export const invitationsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['organizations', slug, 'invitations'],
    queryFn: ({ signal }) =>
      answer(api.GET('/organizations/{slug}/invitations', { params: { path: { slug } }, signal })),
  })
