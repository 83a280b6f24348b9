import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAction } from '@/api/action'
import { api, ifMatch } from '@/api/client'
import { answer } from '@/api/problem'
import { refreshProjects } from '@/api/projects'
import type { Project } from '@/api/types'
import { FormFailure } from '@/ui/form/FormFailure'
import { Section } from '@/ui/Page'
import { Turn } from './Turn'
import { type Move, moved, turnsOf } from './turns'
import { WithoutTurn } from './WithoutTurn'

/** What is built next: funded work in its order, to be moved by hand, by keyboard or by dragging. */
export function OrderOfWork({ projects }: { projects: readonly Project[] }) {
  const { t } = useLingui()
  const queryClient = useQueryClient()
  const [news, setNews] = useState('')
  const [dragged, setDragged] = useState<Project | null>(null)
  const { ordered, without } = turnsOf(projects)

  const move = useAction(
    ({ project, position }: Move, headers) =>
      answer(
        api.POST('/projects/{slug}/queue', {
          params: { path: { slug: project.slug }, header: { ...headers, ...ifMatch(project) } },
          body: { position },
        }),
      ),
    {
      onDone: async ({ title, queue_position }) => {
        await refreshProjects(queryClient)
        setNews(queue_position ? t`${title} is now number ${queue_position}.` : t`${title} has no turn now.`)
      },
    },
  )
  const shown = move.isPending ? moved(ordered, move.variables) : ordered
  const drop = (position: number) => {
    if (dragged && dragged.queue_position !== position) move.mutate({ project: dragged, position })
    setDragged(null)
  }

  if (ordered.length + without.length === 0) return null
  return (
    <div id="order" className="mt-12 scroll-mt-6">
      <Section
        title={t`The order of work`}
        lead={<Trans>Funded and not started, next first. Everybody sees the turn; nobody is promised a date.</Trans>}
      >
        <div className="grid gap-4">
          {move.isError && (
            <FormFailure error={move.error} onReload={() => refreshProjects(queryClient).then(move.reset)} />
          )}
          <p role="status" className="sr-only">
            {news}
          </p>
          {shown.length > 0 && (
            <ol className="border-b border-line">
              {shown.map((project, index) => (
                <Turn
                  key={project.slug}
                  {...{ project, dragged: dragged?.slug === project.slug, busy: move.isPending }}
                  number={index + 1}
                  last={index === shown.length - 1}
                  onMove={(position) => move.mutate({ project, position })}
                  onDrag={() => setDragged(project)}
                  onDrop={() => drop(index + 1)}
                />
              ))}
            </ol>
          )}
          <WithoutTurn
            projects={without}
            busy={move.isPending}
            onAppend={(project) => move.mutate({ project, position: ordered.length + 1 })}
          />
        </div>
      </Section>
    </div>
  )
}
