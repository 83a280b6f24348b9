import { HttpResponse, http } from 'msw'
import type { Tier } from '../../types'
import { base } from '../answers'
import { yes } from '../invented/basics'
import { store } from '../store'

export const createTier = http.post<never, Omit<Tier, 'slug'>>(`${base}/admin/tiers`, async ({ request }) => {
  const asked = await request.json()
  const slug = asked.name.toLowerCase()
  const tier: Tier = { ...asked, slug, currency: 'USD', archived: false, version: 1, can: { edit: yes } }
  store.tiers = [...store.tiers, tier]
  return HttpResponse.json(tier, { status: 201 })
})
