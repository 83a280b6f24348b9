import { http } from 'msw'
import { base, list } from '../answers'
import { store } from '../store'

export const listTiers = http.get(`${base}/tiers`, () => list(store.tiers.filter(({ archived }) => !archived)))
