import { HttpResponse, http } from 'msw'
import type { Token } from '../../types'
import { base } from '../answers'
import { ago, uuid } from '../invented/basics'
import { store } from '../store'

export const createToken = http.post<never, Pick<Token, 'name' | 'scopes' | 'expires_at'>>(
  `${base}/me/tokens`,
  async ({ request }) => {
    const token: Token = {
      ...(await request.json()),
      id: uuid(900 + store.tokens.length),
      created_at: ago(0),
      last_used_at: null,
      hint: 'cf_4kQz…',
    }
    store.tokens = [...store.tokens, token]
    return HttpResponse.json({ ...token, token: 'cf_4kQzExampleOfATokenThatOpensNothing' }, { status: 201 })
  },
)
