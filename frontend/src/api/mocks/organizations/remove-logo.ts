import { http } from 'msw'
import { base, done } from '../answers'
import { store } from '../store'

export const removeLogo = http.delete<{ slug: string }>(`${base}/organizations/:slug/logo`, ({ params }) => {
  for (const one of store.organizations) if (one.slug === params.slug) one.logo_url = null
  return done()
})
