import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useAction } from '@/api/action'
import { api, ifMatch } from '@/api/client'
import { answer } from '@/api/problem'
import type { AdminUser, UserChanges } from '@/api/types'
import { personQuery } from './people'

const route = getRouteApi('/staff/people/$id')

/** The person of the address one is at. */
export function usePerson() {
  const { id } = route.useParams()
  return useSuspenseQuery(personQuery(id)).data
}

/** Changes something about a person, based on the given version of them. */
export function useChangePerson(person: AdminUser, onDone: (changed: AdminUser) => unknown) {
  const queryClient = useQueryClient()
  const change = useAction(
    (body: UserChanges, headers) =>
      answer(
        api.PATCH('/admin/users/{id}', { params: { path: { id: person.id }, header: ifMatch(person) }, body, headers }),
      ),
    {
      onDone: (changed) => {
        queryClient.setQueryData(personQuery(changed.id).queryKey, changed)
        void queryClient.invalidateQueries({ queryKey: ['people'], exact: true })
        return onDone(changed)
      },
    },
  )
  const reload = () => queryClient.fetchQuery({ ...personQuery(person.id), staleTime: 0 })
  return { change, reload }
}
