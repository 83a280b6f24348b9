import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { answer } from '@/api/problem'

/** Where this person is signed in. */
export const sessionsQuery = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: ({ signal }) => answer(api.GET('/me/sessions', { signal })),
})

/** What else than a link by mail this person signs in with. */
export const identitiesQuery = queryOptions({
  queryKey: ['me', 'identities'],
  queryFn: ({ signal }) => answer(api.GET('/me/identities', { signal })),
})

/** The person's access tokens, without their secrets. */
export const tokensQuery = queryOptions({
  queryKey: ['me', 'tokens'],
  queryFn: ({ signal }) => answer(api.GET('/me/tokens', { signal })),
})

/** The projects this person hears of by mail. */
export const followsQuery = queryOptions({
  queryKey: ['me', 'follows'],
  queryFn: ({ signal }) => answer(api.GET('/me/follows', { signal })),
})
