import { http } from 'msw'
import { base, list } from '../answers'
import { store } from '../store'

export const listAllTiers = http.get(`${base}/admin/tiers`, () => list(store.tiers))
