import { HttpResponse, http } from 'msw'
import type { Organization } from '../../types'
import { base, problem } from '../answers'
import { store } from '../store'

/** Refuses a stale version, as the API does; who may change what it leaves to the API. */
export const changeOrganization = http.patch<{ slug: string }, Partial<Organization>>(
  `${base}/organizations/:slug`,
  async ({ params, request }) => {
    const found = store.organizations.find(({ slug }) => slug === params.slug)
    if (!found) return problem(404, 'not_found')
    if (request.headers.get('If-Match') !== `"${found.version}"`) return problem(412, 'version_conflict')
    const changed = { ...found, ...(await request.json()), tier: found.tier ?? null, version: found.version + 1 }
    store.organizations = store.organizations.map((one) => (one === found ? changed : one))
    return HttpResponse.json(changed)
  },
)
