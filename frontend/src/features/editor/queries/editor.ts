import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { answer } from '@/api/problem'

/** What is missing before a project can be public. Below the project, so that each save asks again. */
export const publishCheckQuery = (slug: string) =>
  queryOptions({
    queryKey: ['projects', slug, 'publish-check'],
    queryFn: ({ signal }) => answer(api.GET('/projects/{slug}/publish-check', { params: { path: { slug } }, signal })),
  })

/** What staff told of it, the newest first. */
export const updatesQuery = (slug: string) =>
  queryOptions({
    queryKey: ['projects', slug, 'updates'],
    queryFn: ({ signal }) => answer(api.GET('/projects/{slug}/updates', { params: { path: { slug } }, signal })),
  })

/** One pledge, with what may be done with it. */
export const pledgeQuery = (id: string) =>
  queryOptions({
    queryKey: ['pledges', id],
    queryFn: ({ signal }) => answer(api.GET('/pledges/{id}', { params: { path: { id } }, signal })),
  })
