import { useQueryClient } from '@tanstack/react-query'
import { type Attempt, useAction } from '@/api/action'
import { ifMatch } from '@/api/client'
import { answer, type Call } from '@/api/problem'
import { projectQuery, refreshProjects } from '@/api/projects'
import type { ProjectDetail } from '@/api/types'
import { toast } from '@/ui/toast'
import { useDeed } from './use-deed'

type Params = { path: { slug: string }; header: Attempt & ReturnType<typeof ifMatch> }

/**
 * A deed on a project as it was seen: the API refuses it when somebody else was faster, and `reload` reads it again.
 * When it is done all that it touches is read again, then it is said, and the dialog goes.
 */
export function useDeedAction<Input = void>(
  project: ProjectDetail,
  send: (params: Params, body: Input) => Call<ProjectDetail>,
  say: (changed: ProjectDetail) => string,
) {
  const queryClient = useQueryClient()
  const { end } = useDeed()
  const { slug } = project

  const onDone = async (changed: ProjectDetail) => {
    queryClient.setQueryData(projectQuery(changed.slug).queryKey, changed)
    await Promise.all([
      refreshProjects(queryClient),
      ...['pledges', 'work', 'capacity'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })),
    ])
    toast(say(changed))
    end()
  }
  const action = useAction(
    (body: Input, attempt) => answer(send({ path: { slug }, header: { ...attempt, ...ifMatch(project) } }, body)),
    { onDone },
  )
  return { ...action, reload: () => queryClient.fetchQuery({ ...projectQuery(slug), staleTime: 0 }) }
}
