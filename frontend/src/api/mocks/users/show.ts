import { HttpResponse, http } from 'msw'
import { base, problem } from '../answers'
import { store } from '../store'

export const showUser = http.get<{ id: string }>(`${base}/admin/users/:id`, ({ params }) => {
  const user = store.users.find(({ id }) => id === params.id)
  return user ? HttpResponse.json(user) : problem(404, 'not_found')
})
