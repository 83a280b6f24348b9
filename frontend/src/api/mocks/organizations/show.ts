import { HttpResponse, http } from 'msw'
import { base, problem } from '../answers'
import { store } from '../store'

export const showOrganization = http.get<{ slug: string }>(`${base}/organizations/:slug`, ({ params }) => {
  const organization = store.organizations.find(({ slug }) => slug === params.slug)
  return organization ? HttpResponse.json(organization) : problem(404, 'not_found')
})
