import { useLingui } from '@lingui/react/macro'
import type { Project } from '@/api/types'
import { EmptyState } from '@/ui/EmptyState'
import { type BoardSort, inColumn } from '../board'
import { Card } from './Card'
import { moveAmongCards } from './card-keys'

/** What was closed hangs in no column: nothing of it is asked for, or coming. */
export function Closed({ projects, sort }: { projects: readonly Project[]; sort: BoardSort }) {
  const { t } = useLingui()
  if (projects.length === 0) return <EmptyState title={t`Nothing closed fits the filters`} />
  return (
    <section aria-label={t`Closed items`} onKeyDown={moveAmongCards}>
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
