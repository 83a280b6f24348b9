import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useAction } from '@/api/action'
import { api, ifMatch } from '@/api/client'
import { answer } from '@/api/problem'
import { personQuery } from './people'

const route = getRouteApi('/staff/people/$id')

type PersonChanges = { name?: string; email?: string; staff?: boolean; admin?: boolean; disabled?: boolean }

/** The person of the address one is at. */
export function usePerson() {
  const { id } = route.useParams()
  return useSuspenseQuery(personQuery(id)).data
}

/** Changes something about that person, based on the version on the page. */
export function useChangePerson(onDone: () => unknown) {
  const person = usePerson()
  const queryClient = useQueryClient()
  const change = useAction(
    (body: PersonChanges, headers) =>
      answer(
        api.PATCH('/admin/users/{id}', { params: { path: { id: person.id }, header: ifMatch(person) }, body, headers }),
      ),
    {
      onDone: (changed) => {
        queryClient.setQueryData(personQuery(changed.id).queryKey, changed)
        void queryClient.invalidateQueries({ queryKey: ['people'], exact: true })
        return onDone()
      },
    },
  )
  return { person, change, reload: () => queryClient.invalidateQueries(personQuery(person.id)) }
}
