import { HttpResponse, http } from 'msw'
import { base } from '../answers'
import { session } from '../session'

export const acceptInvitation = http.post(`${base}/invitations/accept`, () => HttpResponse.json(session()))
