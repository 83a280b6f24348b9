import { HttpResponse, http } from 'msw'
import { base } from '../answers'

export const sendMagicLink = http.post(`${base}/auth/magic-links`, () =>
  HttpResponse.json({ sent: true, expires_in: 900 }, { status: 202 }),
)
