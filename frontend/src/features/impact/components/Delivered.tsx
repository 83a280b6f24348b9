import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { projectPledgesQuery } from '@/api/projects'
import type { OrganizationRef, Project } from '@/api/types'
import { listFormat } from '@/lib/intl'
import { DateTime } from '@/ui/DateTime'
import { EmptyState } from '@/ui/EmptyState'
import { ProjectLink } from '@/ui/funding/ProjectLink'
import { Money } from '@/ui/Money'
import { Section } from '@/ui/Page'
import { deliveredQuery } from '../queries/delivered'

/** What came of it: everything delivered, with those who paid for it. */
export function Delivered() {
  const { t } = useLingui()
  const { data: projects } = useSuspenseQuery(deliveredQuery)
  return (
    <Section title={t`Delivered`} lead={<Trans>What was promised, built and handed over, and who paid for it.</Trans>}>
      {projects.length === 0 ? (
        <EmptyState title={t`Nothing is delivered yet`}>
          <Trans>What is being built stands on the roadmap, under “In flight”.</Trans>
        </EmptyState>
      ) : (
        <ul className="border-t border-line">
          {projects.map((project) => (
            <li key={project.slug} className="border-b border-line py-5">
              <Result project={project} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Result({ project: { slug, title, summary, pledged, done_at } }: { project: Project }) {
  return (
    <div className="grid gap-x-8 gap-y-2 sm:grid-cols-[minmax(0,1fr)_12rem]">
      <div className="grid gap-1">
        <h3>
          <ProjectLink slug={slug} className="text-ink">
            {title}
          </ProjectLink>
        </h3>
        <p className="max-w-prose text-ui">{summary}</p>
        <Credit slug={slug} />
      </div>
      <p className="text-sm text-muted sm:text-right">
        <b className="block text-ui">
          <Money amount={pledged} cents={false} />
        </b>
        {done_at && <DateTime at={done_at} />}
      </p>
    </div>
  )
}

/** Those who let their name be seen, and how many would rather not. */
function Credit({ slug }: { slug: string }) {
  const { i18n } = useLingui()
  const { data } = useQuery(projectPledgesQuery(slug))
  if (!data) return <p className="min-h-5.5 text-sm" />
  const { pledges, names } = data
  const shown = [...pledges.flatMap(({ organization }) => organization ?? []), ...names]
  const hidden = pledges.length - shown.length
  return (
    <p className="min-h-5.5 text-sm text-muted">
      <Names organizations={shown} locale={i18n.locale} hidden={Math.max(0, hidden)} />
    </p>
  )
}

type NamesProps = { organizations: readonly OrganizationRef[]; hidden: number; locale: string }

function Names({ organizations, hidden, locale }: NamesProps) {
  const { t } = useLingui()
  const others = hidden === 0 ? [] : [hidden === 1 ? t`an institution` : t`${hidden} institutions`]
  const parts = listFormat(locale).formatToParts([...organizations.map(({ slug }) => slug), ...others])
  return (
    <Trans>
      Paid for by{' '}
      {parts.map(({ type, value }) => {
        const organization = type === 'element' && organizations.find(({ slug }) => slug === value)
        if (!organization) return value
        return (
          <Link key={value} to="/organizations/$slug" params={{ slug: value }} className="text-muted">
            {organization.name}
          </Link>
        )
      })}
    </Trans>
  )
}
