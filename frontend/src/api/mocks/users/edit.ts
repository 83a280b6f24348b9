import { HttpResponse, http } from 'msw'
import type { AdminUser } from '../../types'
import { base } from '../answers'
import { ago } from '../invented/basics'
import { store } from '../store'

export const editUser = http.patch<{ id: string }, Partial<AdminUser> & { disabled?: boolean }>(
  `${base}/admin/users/:id`,
  async ({ params, request }) => {
    const { disabled, ...changes } = await request.json()
    store.users = store.users.map((user) =>
      user.id === params.id
        ? {
            ...user,
            ...changes,
            ...(disabled !== undefined && { disabled_at: disabled ? ago(0) : null }),
            version: user.version + 1,
          }
        : user,
    )
    return HttpResponse.json(store.users.find(({ id }) => id === params.id))
  },
)
