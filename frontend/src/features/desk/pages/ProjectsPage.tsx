/** Every project, drafts too, and the order in which funded work gets its turn. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { type Needs, prefetch } from '@/api/prefetch'
import { projectsQuery } from '@/api/projects'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Page } from '@/ui/Page'
import { Table } from '@/ui/table'
import { useFilters } from '@/ui/use-filters'
import { OrderOfWork } from '../components/OrderOfWork'
import { useProjectColumns } from '../components/project-columns'
import { StateFilter } from '../components/StateFilter'
import { NewProjectDialog } from '../forms/NewProjectDialog'

export const load = ({ queryClient }: Needs) => prefetch(queryClient, projectsQuery())

const route = getRouteApi('/staff/projects')

export default function ProjectsPage() {
  const { t } = useLingui()
  const { q, funding } = route.useSearch()
  const setFilters = useFilters()
  const columns = useProjectColumns()
  const { data: all } = useSuspenseQuery(projectsQuery())
  const [creating, setCreating] = useState(false)
  const rows = funding ? all.filter((project) => project.funding === funding) : all
  const create = (
    <Button look="primary" onClick={() => setCreating(true)}>
      <Trans>New draft…</Trans>
    </Button>
  )

  return (
    <Page title={t`Projects`} actions={create}>
      <Table
        caption={t`Projects`}
        columns={columns}
        rows={rows}
        rowKey={({ slug }) => slug}
        sort={{ key: 'updated', direction: 'down' }}
        csv={t`projects`}
        filter={{ text: q ?? '', onChange: (text) => setFilters({ q: text }) }}
        tools={<StateFilter funding={funding} onChange={(next) => setFilters({ funding: next })} />}
        empty={
          <EmptyState title={all.length === 0 ? t`No project yet` : t`No project fits`}>
            {all.length === 0 ? (
              <Trans>Make the first draft; the checklist beside it says what it needs.</Trans>
            ) : (
              <Trans>Search for fewer words, or choose every state.</Trans>
            )}
          </EmptyState>
        }
      />
      <OrderOfWork projects={all} />
      {creating && <NewProjectDialog onClose={() => setCreating(false)} />}
    </Page>
  )
}
