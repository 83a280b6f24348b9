import { useQueryClient } from '@tanstack/react-query'
import { createContext, use, useEffect, useState, useSyncExternalStore } from 'react'
import { useAction } from '@/api/action'
import { api, ifMatch } from '@/api/client'
import { answer } from '@/api/problem'
import { projectQuery, projectsQuery } from '@/api/projects'
import type { ProjectDetail, ProjectFields } from '@/api/types'
import { publishCheckQuery } from '../queries/editor'
import { keptDraft } from './drafts'
import { createSaver } from './saver'

type Saver = ReturnType<typeof createSaver>

/** One saver for all pages of a project, so that leaving the text for its pledges loses nothing and saves on. */
export function useNewSaver(project: ProjectDetail): Saver {
  const queryClient = useQueryClient()
  const { slug } = project
  const { mutateAsync } = useAction(({ body, version }: { body: ProjectFields; version: number }, headers) =>
    answer(api.PATCH('/projects/{slug}', { params: { path: { slug }, header: ifMatch({ version }) }, body, headers })),
  )
  const [saver] = useState(() =>
    createSaver(project, keptDraft(project.id), {
      save: (body, version) => mutateAsync({ body, version }),
      load: () => queryClient.fetchQuery({ ...projectQuery(slug), staleTime: 0 }),
      onSaved: (saved) => {
        queryClient.setQueryData(projectQuery(slug).queryKey, saved)
        void queryClient.invalidateQueries(publishCheckQuery(slug))
        void queryClient.invalidateQueries(projectsQuery())
      },
    }),
  )

  useEffect(() => saver.hear(project), [saver, project])
  useEffect(() => {
    const again = () => void saver.flush()
    void saver.flush() // what an earlier page could not send
    window.addEventListener('online', again)
    return () => {
      window.removeEventListener('online', again)
      void saver.flush().finally(saver.stop)
    }
  }, [saver])
  return saver
}

export const SaverContext = createContext<Saver | null>(null)

export function useSaver(): Saver {
  const saver = use(SaverContext)
  if (!saver) throw new Error('A project’s layout provides the saver')
  return saver
}

export function useSaverState() {
  const saver = useSaver()
  return useSyncExternalStore(saver.subscribe, saver.state)
}
