import { http } from 'msw'
import { base, list } from '../answers'
import { store } from '../store'

export const listOrganizations = http.get(`${base}/organizations`, () => list(store.organizations))
