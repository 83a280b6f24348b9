import { HttpResponse, http } from 'msw'
import { base } from '../answers'

export const listProjectPledges = http.get(`${base}/projects/:slug/pledges`, () =>
  HttpResponse.json({ items: [], names: [], next_cursor: null }),
)
