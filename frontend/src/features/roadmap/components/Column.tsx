import { useId } from 'react'
import type { Project } from '@/api/types'
import { Card } from './Card'

type Props = { name: string; explanation: string; empty: string; projects: readonly Project[] }

export function Column({ name, explanation, empty, projects }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="lg:first:row-span-2">
      <header className="border-t-2 border-ink py-3 lg:min-h-24">
        <h2 id={id} className="flex items-baseline justify-between text-lg">
          {name} <span className="font-sans text-sm font-medium tracking-normal text-muted">{projects.length}</span>
        </h2>
        <p className="mt-1 text-xs text-muted">{explanation}</p>
      </header>
      {projects.length > 0 ? (
        <ul data-cards className="grid gap-3">
          {projects.map((project) => (
            <li key={project.slug}>
              <Card project={project} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="rounded-lg border border-dashed border-line px-4 py-5 text-sm text-muted">{empty}</p>
      )}
    </section>
  )
}
