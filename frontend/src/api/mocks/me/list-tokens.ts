import { http } from 'msw'
import { base, list } from '../answers'
import { store } from '../store'

export const listTokens = http.get(`${base}/me/tokens`, () => list(store.tokens))
