import { HttpResponse, http } from 'msw'
import { base, problem } from '../answers'
import { store } from '../store'

export const setLogo = http.post<{ slug: string }>(`${base}/organizations/:slug/logo`, ({ params }) => {
  const found = store.organizations.find(({ slug }) => slug === params.slug)
  if (!found) return problem(404, 'not_found')
  found.logo_url = '/favicon.svg'
  return HttpResponse.json(found)
})
