import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { projectQuery } from '@/api/projects'

const route = getRouteApi('/staff/projects/$slug')

/** The project of the address one is at; the layout has loaded it. */
export function useProject() {
  const { slug } = route.useParams()
  return useSuspenseQuery(projectQuery(slug)).data
}
