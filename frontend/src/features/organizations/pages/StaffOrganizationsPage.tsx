/** Every organisation, for staff: how each takes part, and until when. */

import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { organizationsQuery } from '@/api/organizations'
import { type Needs, prefetch } from '@/api/prefetch'
import { tiersQuery } from '@/api/tiers'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Page } from '@/ui/Page'
import { Table } from '@/ui/table'
import { useFilters } from '@/ui/use-filters'
import { KindFilter } from '../components/KindFilter'
import { useStaffColumns } from '../components/staff-columns'
import { NewOrganizationDialog } from '../forms/NewOrganizationDialog'

export const load = ({ queryClient }: Needs) =>
  Promise.all([prefetch(queryClient, organizationsQuery), prefetch(queryClient, tiersQuery)])

const route = getRouteApi('/staff/organizations')

export default function StaffOrganizationsPage() {
  const { t } = useLingui()
  const { q, kind } = route.useSearch()
  const setFilters = useFilters()
  const columns = useStaffColumns()
  const { data: all } = useSuspenseQuery(organizationsQuery)
  const [creating, setCreating] = useState(false)
  const rows = kind ? all.filter((organization) => organization.kind === kind) : all
  const create = (
    <Button look="primary" onClick={() => setCreating(true)}>
      <Trans>New organisation…</Trans>
    </Button>
  )

  return (
    <Page title={t`Organisations`} actions={create}>
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
          <EmptyState title={all.length === 0 ? t`No organisation yet` : t`No organisation fits`}>
            {all.length === 0 ? (
              <Trans>Make the first one, then invite its lead.</Trans>
            ) : (
              <Trans>Search for fewer words, or choose every kind.</Trans>
            )}
          </EmptyState>
        }
      />
      {creating && <NewOrganizationDialog onClose={() => setCreating(false)} />}
    </Page>
  )
}
