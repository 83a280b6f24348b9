import { Trans } from '@lingui/react/macro'
import { getRouteApi } from '@tanstack/react-router'
import { TextInput } from '@/ui/form'
import { useFilters } from '@/ui/use-filters'

const route = getRouteApi('/staff/audit')
const box = 'grid min-w-0 gap-1.5 text-sm font-medium text-ink'

/** The API searches the whole log, so these filters ask it; the table's own would see only what is loaded. */
export function AuditFilters() {
  const { action = '', organization = '' } = route.useSearch()
  const setFilters = useFilters()
  return (
    <search className="grid gap-3 sm:grid-cols-2 sm:max-w-form">
      <label className={box}>
        <Trans>Action</Trans>
        <TextInput
          type="search"
          value={action}
          placeholder="member_removed"
          onChange={(event) => setFilters({ action: event.target.value })}
        />
      </label>
      <label className={box}>
        <Trans>Organisation</Trans>
        <TextInput
          type="search"
          value={organization}
          placeholder="tidewater-ocean-data-commons"
          onChange={(event) => setFilters({ organization: event.target.value })}
        />
      </label>
    </search>
  )
}
