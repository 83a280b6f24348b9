/** One page on paper with which somebody convinces their dean: what it is, what it costs us, what we get. */

import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { pledgeQuery } from '@/api/pledges'
import { type Needs, prefetch } from '@/api/prefetch'
import { projectPledgesQuery, projectQuery } from '@/api/projects'
import { listFormat } from '@/lib/intl'
import { formatLocale } from '@/lib/locale'
import { Button } from '@/ui/Button'
import { CertaintyBar } from '@/ui/funding/CertaintyBar'
import { CertaintyLegend } from '@/ui/funding/CertaintyLegend'
import { LastDay } from '@/ui/funding/LastDay'
import { Money } from '@/ui/Money'
import { Page, Section } from '@/ui/Page'
import { Prose } from '@/ui/Prose'

export async function load({ queryClient, params: { id = '' } }: Needs) {
  const { project } = await prefetch(queryClient, pledgeQuery(id))
  await Promise.all([
    prefetch(queryClient, projectQuery(project.slug)),
    prefetch(queryClient, projectPledgesQuery(project.slug)),
  ])
}

const route = getRouteApi('/pledges/$id/pitch')

export default function PitchPage() {
  const { t, i18n } = useLingui()
  const { id } = route.useParams()
  const { data: pledge } = useSuspenseQuery(pledgeQuery(id))
  const { data: project } = useSuspenseQuery(projectQuery(pledge.project.slug))
  const { data: who } = useSuspenseQuery(projectPledgesQuery(project.slug))
  const others = who.pledges.flatMap(({ organization }) =>
    organization && organization.slug !== pledge.organization.slug ? [organization.name] : [],
  )
  const list = listFormat(formatLocale(i18n.locale))

  return (
    <Page
      title={project.title}
      eyebrow={
        <span className="flex flex-wrap gap-x-3">
          <span className="py-1">
            <Trans>A proposal within {pledge.organization.name}</Trans>
          </span>
          <Link to="/pledges/$id" params={{ id }} className="py-1 print:hidden">
            <Trans>Back to the pledge</Trans>
          </Link>
        </span>
      }
      lead={project.summary}
      actions={
        <Button look="primary" onClick={() => window.print()}>
          <Trans>Print</Trans>
        </Button>
      }
    >
      <Section title={t`What it asks of us`}>
        <p className="max-w-prose text-lg">
          {project.mode === 'shared' && pledge.share !== pledge.amount ? (
            <Trans>
              At most{' '}
              <b>
                <Money amount={pledge.amount} cents={false} />
              </b>
              ; as things stand, our share of the <Money amount={project.goal ?? '0.00'} cents={false} /> is{' '}
              <b>
                <Money amount={pledge.share} cents={false} />
              </b>
              .
            </Trans>
          ) : (
            <Trans>
              <b>
                <Money amount={pledge.amount} cents={false} />
              </b>{' '}
              of the <Money amount={project.goal ?? '0.00'} cents={false} /> it costs.
            </Trans>
          )}{' '}
          <Trans>Nothing is owed until the project is funded and our agreement is signed.</Trans>
        </p>
        <ul className="mt-3 grid max-w-80 gap-1 text-ui">
          {pledge.instalments.map(({ fiscal_year, amount }) => (
            <li key={fiscal_year} className="flex justify-between gap-4 border-b border-line py-1">
              <span>{fiscal_year}</span> <Money amount={amount} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t`Who pays with us`}>
        <div className="grid max-w-form gap-3">
          <CertaintyBar {...project} size="medium" decorative />
          <CertaintyLegend {...project} />
          {others.length > 0 && (
            <p className="text-ui">
              <Trans>With us: {list.format(others)}.</Trans>
            </p>
          )}
          {project.closes_at && project.funding === 'open' && (
            <p className="text-ui text-muted">
              <Trans>
                Pledges close on <LastDay project={project} />.
              </Trans>
            </p>
          )}
        </div>
      </Section>
      <Section title={t`Why it is needed`}>
        <Prose html={project.problem_html} />
      </Section>
      <Section title={t`What will be different`}>
        <Prose html={project.solution_html} />
      </Section>
      <Section title={t`What research it enables`}>
        <Prose html={project.research_html} />
      </Section>
      <Section title={t`What we get`}>
        <ol className="grid max-w-prose gap-2 text-ui">
          {project.deliverables.map(({ title, done_when }) => (
            <li key={title}>
              <b>{title}.</b> {done_when}
            </li>
          ))}
        </ol>
      </Section>
    </Page>
  )
}
