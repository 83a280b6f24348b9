import { http } from 'msw'
import { base, list } from '../answers'
import { store } from '../store'

export const listSessions = http.get(`${base}/me/sessions`, () => list(store.sessions))
