import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import { allPages, pageLimit } from './all-pages'
import { api } from './client'
import { answer } from './problem'
import type { Delivery, Intention, OrganizationRef, ProjectSort } from './types'

export type ProjectFilters = {
  /** Funding states, separated by commas. */
  funding?: string
  delivery?: Delivery
  theme?: string
  narrative?: string
  q?: string
  sort?: ProjectSort
  /** For `can.pledge`: on whose behalf one asks. */
  organization?: string
}

/**
 * Keys nest: `['projects']` is everything about projects, `['projects', slug]` everything about one, and a list has its
 * filters where one project has its slug.
 */
export const projectsQuery = (filters: ProjectFilters = {}) =>
  queryOptions({
    queryKey: ['projects', filters],
    queryFn: ({ signal }) =>
      allPages((cursor) =>
        answer(
          api.GET('/projects', {
            params: { query: { ...filters, limit: pageLimit, ...(cursor && { cursor }) } },
            signal,
          }),
        ),
      ),
    // Other filters change the list in its place; the one before stands until they are answered.
    placeholderData: keepPreviousData,
  })

/** A project with all its texts; with an organisation, `can.pledge` and `can.support` are about that one. */
export const projectQuery = (slug: string, organization?: string) =>
  queryOptions({
    queryKey: organization ? ['projects', slug, { organization }] : ['projects', slug],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/projects/{slug}', {
          params: { path: { slug }, query: organization ? { organization } : {} },
          signal,
        }),
      ),
  })

/** Who is in, as everybody may see it: those that stand alone, and those who gave without showing how much. */
export const projectPledgesQuery = (slug: string) =>
  queryOptions({
    queryKey: ['projects', slug, 'pledges'],
    queryFn: async ({ signal }) => {
      let names: OrganizationRef[] = []
      const pledges = await allPages(async (cursor) => {
        const page = await answer(
          api.GET('/projects/{slug}/pledges', {
            params: { path: { slug }, query: { limit: pageLimit, ...(cursor && { cursor }) } },
            signal,
          }),
        )
        names = page.names
        return page
      })
      return { pledges, names }
    },
  })

/** What would be if somebody pledged, changed or withdrew. Nothing is written. */
export const simulate = (slug: string, intention: Intention, signal?: AbortSignal) =>
  answer(
    api.POST('/projects/{slug}/simulate', {
      params: { path: { slug } },
      body: intention,
      ...(signal && { signal }),
    }),
  )

/** The same as a query, for what follows a slider: the answer before stays until the next is there. */
export const simulationQuery = (slug: string, intention: Intention) =>
  queryOptions({
    queryKey: ['projects', slug, 'simulation', intention],
    queryFn: ({ signal }) => simulate(slug, intention, signal),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })

/** After a change: everything about a project is read again, and every list it stands in. */
export const refreshProjects = (queryClient: QueryClient) => queryClient.invalidateQueries({ queryKey: ['projects'] })
