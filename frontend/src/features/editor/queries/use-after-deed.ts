import { useQueryClient } from '@tanstack/react-query'
import { projectQuery, refreshProjects } from '@/api/projects'
import type { ProjectDetail } from '@/api/types'
import { toast } from '@/ui/toast'
import { useDeed } from './use-deed'

/** What follows a deed: all that it touches is read again, then it is said, and the dialog goes. */
export function useAfterDeed(say: (project: ProjectDetail) => string) {
  const queryClient = useQueryClient()
  const { end } = useDeed()
  return async (project: ProjectDetail) => {
    queryClient.setQueryData(projectQuery(project.slug).queryKey, project)
    await Promise.all([
      refreshProjects(queryClient),
      ...['pledges', 'work', 'capacity'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })),
    ])
    toast(say(project))
    end()
  }
}

/** Reads the project again, for when somebody else was faster. */
export function useReload({ slug }: { slug: string }) {
  const queryClient = useQueryClient()
  return () => queryClient.fetchQuery({ ...projectQuery(slug), staleTime: 0 })
}
