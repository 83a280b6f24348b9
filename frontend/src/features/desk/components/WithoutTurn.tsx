import { Trans, useLingui } from '@lingui/react/macro'
import type { Project } from '@/api/types'
import { Button } from '@/ui/Button'

type Props = { projects: readonly Project[]; busy: boolean; onAppend: (project: Project) => void }

/** Funded work that nobody has given a turn. */
export function WithoutTurn({ projects, busy, onAppend }: Props) {
  const { t } = useLingui()
  if (projects.length === 0) return null
  return (
    <ul className="grid gap-2">
      {projects.map((project) => (
        <li key={project.slug} className="flex flex-wrap items-center justify-between gap-3 text-sm">
          <span>
            <Trans>
              <b>{project.title}</b> has no turn yet.
            </Trans>
          </span>
          {project.can.move_in_queue.ok && (
            <Button
              size="small"
              busy={busy}
              onClick={() => onAppend(project)}
              aria-label={t`Put ${project.title} last in the order`}
            >
              <Trans>Put it last</Trans>
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
