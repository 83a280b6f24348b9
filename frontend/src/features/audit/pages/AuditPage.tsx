/** Who did what, when: written with the deed, never changed afterwards. For administrators. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { RowsSkeleton } from '@/ui/Skeleton'
import { AuditFilters } from '../components/AuditFilters'
import { AuditTable } from '../components/AuditTable'
import { auditQuery } from '../queries/audit'

const route = getRouteApi('/staff/audit')

export default function AuditPage() {
  const { t } = useLingui()
  const filters = useDeferredValue(route.useSearch())
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    auditQuery(filters),
  )
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  const entries = data?.pages.flatMap(({ items }) => items) ?? []

  return (
    <Page title={t`Audit log`} lead={<Trans>Who did what, and when. Nothing here can be changed or taken back.</Trans>}>
      <div className="grid gap-6">
        <AuditFilters />
        {isPending ? (
          <RowsSkeleton rows={8} />
        ) : (
          <AuditTable
            entries={entries}
            empty={
              <EmptyState title={t`Nothing fits`}>
                <Trans>Search for fewer words, or clear the filters.</Trans>
              </EmptyState>
            }
          />
        )}
        {hasNextPage && (
          <div>
            <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              <Trans>Show earlier entries</Trans>
            </Button>
          </div>
        )}
      </div>
    </Page>
  )
}
