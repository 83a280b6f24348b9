import { api } from './client'
import { endSession } from './session'

/** Ends the session here and on the API. Without an answer it is over here all the same: the person asked for it. */
export async function signOut() {
  await api.POST('/auth/logout').catch(() => null)
  endSession()
}
