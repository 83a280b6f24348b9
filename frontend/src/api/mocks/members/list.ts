import { http } from 'msw'
import { base, list } from '../answers'
import { store } from '../store'

export const listMembers = http.get(`${base}/organizations/:slug/members`, () => list(store.members))
