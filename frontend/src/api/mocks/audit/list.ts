import { http } from 'msw'
import { base, list } from '../answers'
import { store } from '../store'

export const listAuditEntries = http.get(`${base}/admin/audit`, () => list(store.audit))
