/** What came of it: the network in numbers, for everybody. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type Needs, prefetch } from '@/api/prefetch'
import { statsQuery } from '@/api/stats'
import { Page } from '@/ui/Page'
import { ByTheme } from '../components/ByTheme'
import { ByYear } from '../components/ByYear'
import { Delivered } from '../components/Delivered'
import { Totals } from '../components/Totals'
import { deliveredQuery } from '../queries/delivered'

export const load = ({ queryClient }: Needs) =>
  Promise.all([prefetch(queryClient, statsQuery), prefetch(queryClient, deliveredQuery)])

export default function ImpactPage() {
  const { t } = useLingui()
  const { data: stats } = useSuspenseQuery(statsQuery)
  return (
    <Page
      title={t`What came of it`}
      lead={
        <Trans>What communities pledged together, how much of it became work, and how much work was handed over.</Trans>
      }
    >
      <Totals stats={stats} />
      <div className="mt-12">
        <Delivered />
        <ByTheme themes={stats.themes} />
        <ByYear years={stats.years} />
      </div>
    </Page>
  )
}
