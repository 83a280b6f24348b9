/** Where staff begin: what waits for them, the oldest first, and how much there is room for. */
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type Needs, prefetch } from '@/api/prefetch'
import { EmptyState } from '@/ui/EmptyState'
import { Page } from '@/ui/Page'
import { CapacityPanel } from '../components/CapacityPanel'
import { WorkList } from '../components/WorkList'
import { capacityQuery, workQuery } from '../queries/desk'

export const load = ({ queryClient }: Needs) =>
  Promise.all([prefetch(queryClient, workQuery), prefetch(queryClient, capacityQuery)])

export default function WorkPage() {
  const { t } = useLingui()
  const { items, total } = useSuspenseQuery(workQuery).data
  const { data: capacity } = useSuspenseQuery(capacityQuery)
  const title = t`${plural(total, { 0: 'Nothing waits for you', one: '# thing waits for you', other: '# things wait for you' })}`

  return (
    <Page title={title} facts={total > 0 && <Trans>The oldest first</Trans>}>
      <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div>
          {items.length === 0 ? (
            <EmptyState title={t`All is done`}>
              <Trans>Missed dates, coalitions to settle, gaps and agreements would stand here.</Trans>
            </EmptyState>
          ) : (
            <WorkList items={items} />
          )}
          {total > items.length && (
            <p className="mt-3 text-sm text-muted">
              <Trans>The others move up as these are done.</Trans>
            </p>
          )}
        </div>
        <CapacityPanel capacity={capacity} />
      </div>
    </Page>
  )
}
