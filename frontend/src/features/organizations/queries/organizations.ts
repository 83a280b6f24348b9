import { queryOptions } from '@tanstack/react-query'
import { allPages, pageLimit } from '@/api/all-pages'
import { api } from '@/api/client'
import { answer } from '@/api/problem'

/** Keys nest: what changes an organisation invalidates `['organizations']` and with it everything below. */
export const organizationsQuery = queryOptions({
  queryKey: ['organizations'],
  queryFn: ({ signal }) =>
    allPages((cursor) =>
      answer(api.GET('/organizations', { params: { query: { limit: pageLimit, ...(cursor && { cursor }) } }, signal })),
    ),
})

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
