/** Everybody who takes part, public. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { organizationsQuery } from '@/api/organizations'
import { type Needs, prefetch } from '@/api/prefetch'
import type { Organization } from '@/api/types'
import { EmptyState } from '@/ui/EmptyState'
import { Page } from '@/ui/Page'
import { type Column, Table } from '@/ui/table'
import { useFilters } from '@/ui/use-filters'
import { KindFilter } from '../components/KindFilter'
import { OrganizationName } from '../components/OrganizationName'
import { kindWords } from '../components/words'

export const load = ({ queryClient }: Needs) => prefetch(queryClient, organizationsQuery)

const route = getRouteApi('/organizations')

export default function DirectoryPage() {
  const { t, i18n } = useLingui()
  const { q, kind } = route.useSearch()
  const setFilters = useFilters()
  const { data: all } = useSuspenseQuery(organizationsQuery)
  const rows = kind ? all.filter((organization) => organization.kind === kind) : all

  const columns: Column<Organization>[] = [
    {
      key: 'name',
      head: t`Organisation`,
      text: ({ name }) => name,
      cell: (organization) => <OrganizationName organization={organization} />,
    },
    {
      key: 'kind',
      head: t`Takes part as`,
      text: (organization) => i18n._(kindWords[organization.kind]),
      cell: (organization) => i18n._(kindWords[organization.kind]),
    },
    {
      key: 'tier',
      head: t`Tier`,
      text: ({ tier }) => tier?.name ?? '',
      cell: ({ tier }) => tier?.name ?? <span className="text-muted">–</span>,
    },
  ]

  return (
    <Page
      title={t`Organisations`}
      lead={<Trans>The communities and funders who decide, with their pledges, what 2i2c builds next.</Trans>}
    >
      <Table
        caption={t`Organisations`}
        columns={columns}
        rows={rows}
        rowKey={({ slug }) => slug}
        sort={{ key: 'name', direction: 'up' }}
        csv={t`organisations`}
        filter={{ text: q ?? '', onChange: (text) => setFilters({ q: text }) }}
        tools={<KindFilter kind={kind} onChange={(next) => setFilters({ kind: next })} />}
        empty={
          <EmptyState title={all.length === 0 ? t`Nobody takes part yet` : t`No organisation fits`}>
            {all.length > 0 && <Trans>Search for fewer words, or choose every kind.</Trans>}
          </EmptyState>
        }
      />
    </Page>
  )
}
