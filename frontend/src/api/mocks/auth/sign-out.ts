import { http } from 'msw'
import { base, done } from '../answers'
import { store } from '../store'

export const signOut = http.post(`${base}/auth/logout`, () => {
  store.signedIn = false
  return done()
})
