import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { projectPledgesQuery } from '@/api/projects'
import type { OrganizationRef, ProjectDetail } from '@/api/types'
import { EmptyState } from '@/ui/EmptyState'
import { LevelDrawing } from '@/ui/funding/LevelDrawing'
import { Logo } from '@/ui/Logo'
import { Money } from '@/ui/Money'
import { Section } from '@/ui/Page'
import { ModeSentence } from './ModeSentence'
import { PledgeTable } from './PledgeTable'

/** Who counts, with how much; what waits stands with the tipping point. */
export function WhoIsIn({ project }: { project: ProjectDetail }) {
  const { t } = useLingui()
  const { pledges, names } = useSuspenseQuery(projectPledgesQuery(project.slug)).data
  const counted = pledges.filter(({ active }) => active)
  const shared = project.mode === 'shared'

  return (
    <Section title={t`Who is in`} lead={<ModeSentence project={project} />}>
      {counted.length === 0 ? (
        <EmptyState title={project.funding === 'closed' ? t`Nobody pays` : t`Nobody yet`}>
          {project.funding === 'closed' ? (
            <Trans>All pledges were released when it was closed. What they were stands in the ledger.</Trans>
          ) : (
            <Trans>Whoever is first shows others that it matters.</Trans>
          )}
        </EmptyState>
      ) : (
        <div className="grid gap-6">
          <PledgeTable pledges={counted} shared={shared} pledged={project.pledged} />
          {shared && project.level && (
            <div className="flex flex-wrap items-end gap-x-8 gap-y-3">
              <LevelDrawing
                columns={counted.map(({ amount, share, id }, index) => ({
                  key: id ?? `hidden-${index}`,
                  ceiling: amount,
                  share,
                }))}
                level={project.level}
                className="w-64 shrink-0"
              />
              <p className="max-w-[30ch] text-sm text-muted">
                <Trans>
                  Outlines are ceilings, fills are shares. The line at <Money amount={project.level} cents={false} />{' '}
                  cuts them all, and sinks with everyone who joins.
                </Trans>
              </p>
            </div>
          )}
        </div>
      )}
      {names.length > 0 && <AlsoGave names={names} />}
    </Section>
  )
}

/** Named once it is decided, all at once and without amounts, so that nothing can be told from the order. */
function AlsoGave({ names }: { names: readonly Pick<OrganizationRef, 'slug' | 'name' | 'logo_url'>[] }) {
  return (
    <div className="mt-5 grid gap-2">
      <p className="text-ui text-muted">
        <Trans>Among the institutions without a name above are, in the order of the alphabet:</Trans>
      </p>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {names.map(({ slug, name, logo_url }) => (
          <li key={slug}>
            <Link
              to="/organizations/$slug"
              params={{ slug }}
              className="flex min-h-8 items-center gap-2.5 text-sm font-medium text-ink no-underline hover:text-accent"
            >
              <Logo name={name} url={logo_url} />
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
