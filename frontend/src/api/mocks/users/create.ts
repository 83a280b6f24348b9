import { HttpResponse, http } from 'msw'
import { base } from '../answers'
import { user } from '../invented/people'
import { store } from '../store'

export const createUser = http.post<never, { email: string; name: string }>(
  `${base}/admin/users`,
  async ({ request }) => {
    const { email, name } = await request.json()
    const created = { ...user(name, store.users.length), email }
    store.users = [...store.users, created]
    return HttpResponse.json(created, { status: 201 })
  },
)
