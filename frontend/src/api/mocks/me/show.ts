import { HttpResponse, http } from 'msw'
import { base } from '../answers'
import { store } from '../store'

export const showMe = http.get(`${base}/me`, () => HttpResponse.json(store.me))
