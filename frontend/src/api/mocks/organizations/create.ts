import { HttpResponse, http } from 'msw'
import { base } from '../answers'
import { organization } from '../invented/organizations'
import { store } from '../store'

export const createOrganization = http.post<never, { name: string; kind: 'member' | 'funder' }>(
  `${base}/organizations`,
  async ({ request }) => {
    const { name, kind } = await request.json()
    const created = organization([name, kind], store.organizations.length)
    store.organizations = [...store.organizations, created]
    return HttpResponse.json(created, { status: 201 })
  },
)
