import { HttpResponse, http } from 'msw'
import type { Tier } from '../../types'
import { base } from '../answers'
import { store } from '../store'

export const editTier = http.patch<{ slug: string }, Partial<Tier>>(
  `${base}/admin/tiers/:slug`,
  async ({ params, request }) => {
    const changes = await request.json()
    store.tiers = store.tiers.map((tier) =>
      tier.slug === params.slug ? { ...tier, ...changes, version: tier.version + 1 } : tier,
    )
    return HttpResponse.json(store.tiers.find(({ slug }) => slug === params.slug))
  },
)
