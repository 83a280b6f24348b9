import { HttpResponse, http } from 'msw'
import type { Me } from '../../types'
import { base } from '../answers'
import { store } from '../store'

export const changeMe = http.patch<never, Partial<Me>>(`${base}/me`, async ({ request }) => {
  store.me = { ...store.me, ...(await request.json()), version: store.me.version + 1 }
  return HttpResponse.json(store.me)
})
