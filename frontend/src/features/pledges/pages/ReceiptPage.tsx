/** A pledge, for those who answer for it: what happens next, what was said, every step, and what to do with it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useLiveProject } from '@/api/live'
import { organizationsQuery } from '@/api/organizations'
import { pledgeQuery } from '@/api/pledges'
import { type Needs, prefetch } from '@/api/prefetch'
import { projectQuery } from '@/api/projects'
import { formatLocale } from '@/lib/locale'
import { formatMoney } from '@/lib/money'
import { DateTime } from '@/ui/DateTime'
import { Explanation } from '@/ui/funding/Explanation'
import { PledgeWord } from '@/ui/funding/FundingWord'
import { Page, Section } from '@/ui/Page'
import { History } from '../components/History'
import { LedgerProof } from '../components/LedgerProof'
import { PledgeActions } from '../components/PledgeActions'
import { PledgeFacts } from '../components/PledgeFacts'
import { StatusLadder } from '../components/StatusLadder'
import { WhatNext } from '../components/WhatNext'
import { historyQuery } from '../queries/history'
import { useFreshPledge } from '../queries/use-fresh-pledge'

export async function load({ queryClient, params: { id = '' } }: Needs) {
  const [pledge] = await Promise.all([
    prefetch(queryClient, pledgeQuery(id)),
    prefetch(queryClient, historyQuery(id)),
    prefetch(queryClient, organizationsQuery),
  ])
  await prefetch(queryClient, projectQuery(pledge.project.slug))
}

const route = getRouteApi('/pledges/$id')

export default function ReceiptPage() {
  const { t, i18n } = useLingui()
  const { id } = route.useParams()
  const { data: pledge } = useSuspenseQuery(pledgeQuery(id))
  const { data: project } = useSuspenseQuery(projectQuery(pledge.project.slug))
  const { data: versions } = useSuspenseQuery(historyQuery(id))
  useFreshPledge(pledge, useLiveProject(project.slug))
  const amount = formatMoney(pledge.amount, formatLocale(i18n.locale), { cents: false })
  const { name, slug } = pledge.organization

  return (
    <Page
      title={t`${amount} for “${project.title}”`}
      eyebrow={
        <span className="flex flex-wrap gap-x-3">
          <Link to="/organizations/$slug" params={{ slug }} className="py-1">
            {name}
          </Link>
          <Link to="/projects/$slug" params={{ slug: project.slug }} className="py-1">
            <Trans>The project’s page</Trans>
          </Link>
        </span>
      }
      facts={
        <>
          <PledgeWord status={pledge.status} />
          <span>
            <Trans>
              Placed <DateTime at={pledge.placed_at} as="moment" />
            </Trans>
          </span>
        </>
      }
    >
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="grid content-start gap-8 lg:order-none">
          <WhatNext pledge={pledge} project={project} />
          <StatusLadder pledge={pledge} />
          {pledge.explanation.length > 0 && (
            <div className="grid max-w-prose gap-1">
              <Explanation explanation={pledge.explanation} />
            </div>
          )}
        </div>
        <div className="lg:row-span-2">
          <PledgeActions pledge={pledge} />
        </div>
        <div>
          <Section title={t`What you pledged`}>
            <PledgeFacts pledge={pledge} />
          </Section>
          <Section title={t`Every step`}>
            <History versions={versions} />
          </Section>
          <Section title={t`In the public ledger`}>
            <LedgerProof pledge={pledge} />
          </Section>
        </div>
      </div>
    </Page>
  )
}
