/** Everybody with an account, for staff. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { type Needs, prefetch } from '@/api/prefetch'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Page } from '@/ui/Page'
import { Table } from '@/ui/table'
import { useFilters } from '@/ui/use-filters'
import { usePeopleColumns } from '../components/people-columns'
import { NewPersonDialog } from '../forms/NewPersonDialog'
import { peopleQuery } from '../queries/people'

export const load = ({ queryClient }: Needs) => prefetch(queryClient, peopleQuery)

const route = getRouteApi('/staff/people')

export default function PeoplePage() {
  const { t } = useLingui()
  const { q } = route.useSearch()
  const setFilters = useFilters()
  const columns = usePeopleColumns()
  const { data: people } = useSuspenseQuery(peopleQuery)
  const [creating, setCreating] = useState(false)

  return (
    <Page
      title={t`People`}
      actions={
        <Button look="primary" onClick={() => setCreating(true)}>
          <Trans>New person…</Trans>
        </Button>
      }
    >
      <Table
        caption={t`People`}
        columns={columns}
        rows={people}
        rowKey={({ id }) => id}
        sort={{ key: 'name', direction: 'up' }}
        csv={t`people`}
        filter={{ text: q ?? '', onChange: (text) => setFilters({ q: text }) }}
        empty={
          <EmptyState title={t`Nobody fits`}>
            <Trans>Search for a name, an address or an organisation.</Trans>
          </EmptyState>
        }
      />
      {creating && <NewPersonDialog onClose={() => setCreating(false)} />}
    </Page>
  )
}
