import { Trans, useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import type { Project } from '@/api/types'
import { EmptyState } from '@/ui/EmptyState'
import { type BoardSort, inColumn } from '../board'
import { Card } from './Card'
import { moveAmongCards } from './card-keys'

/** What was closed hangs in no column: nothing of it is asked for, or coming. */
export function Closed({ projects, sort }: { projects: readonly Project[]; sort: BoardSort }) {
  const { t } = useLingui()
  const id = useId()
  if (projects.length === 0) return <EmptyState title={t`Nothing closed fits the filters`} />
  return (
    <section aria-labelledby={id} onKeyDown={moveAmongCards}>
      <header className="border-t-2 border-ink py-3">
        <h2 id={id} className="text-lg">
          <Trans>Closed</Trans>
        </h2>
        <p className="mt-1 text-xs text-muted">
          <Trans>Not asked for any more; each says why.</Trans>
        </p>
      </header>
      <ul data-cards className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {inColumn(projects, 'closed', sort).map((project) => (
          <li key={project.slug}>
            <Card project={project} />
          </li>
        ))}
      </ul>
    </section>
  )
}
