import { HttpResponse, http } from 'msw'
import { base, problem } from '../answers'
import { session } from '../session'
import { store } from '../store'

export const redeemMagicLink = http.post<never, { token: string }>(
  `${base}/auth/magic-links/redeem`,
  async ({ request }) => {
    const { token } = await request.json()
    if (token === 'used') return problem(400, 'link_invalid')
    store.signedIn = true
    return HttpResponse.json(session())
  },
)
