import { Trans, useLingui } from '@lingui/react/macro'
import type { ThemeStats } from '@/api/types'
import { EmptyState } from '@/ui/EmptyState'
import type { Column } from '@/ui/table'
import { amountColumn } from './amount-column'
import { Plot } from './Plot'
import { ThemePlot } from './ThemePlot'

const open = ({ projects: { candidate, open, missed } }: ThemeStats) => String(candidate + open + missed)

/** Where the money goes: what was asked for and what is there, by theme. */
export function ByTheme({ themes }: { themes: readonly ThemeStats[] }) {
  const { t } = useLingui()
  const name = ({ theme }: ThemeStats) => theme?.name ?? t`Without a theme`
  const columns: Column<ThemeStats>[] = [
    { key: 'theme', head: t`Theme`, text: name, cell: name },
    { key: 'open', head: t`Items open`, numeric: true, text: open, cell: open },
    {
      key: 'funded_items',
      head: t`Items funded`,
      numeric: true,
      text: ({ projects }) => String(projects.funded),
      cell: ({ projects }) => projects.funded,
    },
    amountColumn('goal', t`Goals`, ({ goal }) => goal),
    amountColumn('pledged', t`Pledged`, ({ pledged }) => pledged),
    amountColumn('signed', t`Of that signed`, ({ signed }) => signed),
    amountColumn('collected', t`Of that collected`, ({ collected }) => collected),
  ]
  return (
    <Plot
      title={t`By theme`}
      lead={<Trans>What is asked for, and how much of it is there. One scale for all, so that lengths compare.</Trans>}
      columns={columns}
      rows={themes}
      rowKey={({ theme }) => theme?.slug ?? ''}
      csv={t`by-theme`}
      empty={<EmptyState title={t`No project is public yet`} />}
    >
      <ThemePlot themes={themes} />
    </Plot>
  )
}
