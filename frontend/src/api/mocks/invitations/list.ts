import { http } from 'msw'
import { base, list } from '../answers'
import { store } from '../store'

export const listInvitations = http.get(`${base}/organizations/:slug/invitations`, () => list(store.invitations))
