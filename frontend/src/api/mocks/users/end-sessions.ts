import { http } from 'msw'
import { base, done } from '../answers'

export const endUserSessions = http.delete(`${base}/admin/users/:id/sessions`, () => done())
