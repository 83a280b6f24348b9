/** An organisation's own pledges: what waits for a decision, how firm the rest is, and every one of them. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { organizationPledgesQuery } from '@/api/pledges'
import { type Needs, prefetch } from '@/api/prefetch'
import { settlementCurrency } from '@/lib/money'
import { EmptyState } from '@/ui/EmptyState'
import { Section, useTitle } from '@/ui/Page'
import { Table } from '@/ui/table'
import { useFilters } from '@/ui/use-filters'
import { Ladder } from '../components/Ladder'
import { usePledgeColumns } from '../components/pledge-columns'
import { Requests } from '../components/Requests'
import { useOrganization } from '../queries/use-organization'

export const load = ({ queryClient, params: { slug = '' } }: Needs) =>
  prefetch(queryClient, organizationPledgesQuery(slug))

const route = getRouteApi('/organizations/$slug/pledges')

export default function PledgesPage() {
  const { t } = useLingui()
  const { name, slug } = useOrganization()
  const { q } = route.useSearch()
  const setFilters = useFilters()
  const { data: pledges } = useSuspenseQuery(organizationPledgesQuery(slug))
  const columns = usePledgeColumns()
  useTitle(t`Pledges · ${name}`)

  return (
    <>
      <Requests pledges={pledges} className="mb-12" />
      <Section
        title={t`Where your pledges stand`}
        lead={t`${settlementCurrency()}, all years; what counts with its share today.`}
      >
        <Ladder pledges={pledges} />
      </Section>
      <Section title={t`Every pledge`}>
        <Table
          caption={t`Pledges of ${name}`}
          columns={columns}
          rows={pledges}
          rowKey={({ id }) => id}
          sort={{ key: 'placed', direction: 'down' }}
          csv={t`pledges`}
          filter={{ text: q ?? '', onChange: (text) => setFilters({ q: text }) }}
          empty={
            <EmptyState title={pledges.length === 0 ? t`No pledge yet` : t`No pledge fits`}>
              {pledges.length === 0 ? (
                <Trans>The roadmap shows what takes pledges now.</Trans>
              ) : (
                <Trans>Search for fewer words.</Trans>
              )}
            </EmptyState>
          }
        />
      </Section>
    </>
  )
}
