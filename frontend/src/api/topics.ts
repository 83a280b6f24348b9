import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { answer } from './problem'

/** They change a few times a year. */
const staleTime = 5 * 60_000

/** What the roadmap is about, in the order staff gave it. */
export const themesQuery = queryOptions({
  queryKey: ['themes'],
  queryFn: async ({ signal }) => (await answer(api.GET('/themes', { signal }))).items,
  staleTime,
})

/** The stories several projects belong to. */
export const narrativesQuery = queryOptions({
  queryKey: ['narratives'],
  queryFn: async ({ signal }) => (await answer(api.GET('/narratives', { signal }))).items,
  staleTime,
})
