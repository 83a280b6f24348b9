import { http } from 'msw'
import { base, list } from '../answers'
import { store } from '../store'

export const listUsers = http.get(`${base}/admin/users`, () => list(store.users))
