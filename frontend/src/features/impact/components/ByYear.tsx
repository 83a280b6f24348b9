import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { YearStats } from '@/api/types'
import { isZero } from '@/lib/money'
import { EmptyState } from '@/ui/EmptyState'
import { Money } from '@/ui/Money'
import type { Column } from '@/ui/table'
import { amountColumn } from './amount-column'
import { Plot } from './Plot'
import { YearPlot } from './YearPlot'

/** What reached its goal in each year. */
export function ByYear({ years }: { years: readonly YearStats[] }) {
  const { t } = useLingui()
  const year = (row: YearStats) => String(row.year)
  const projects = (row: YearStats) => String(row.projects)
  const columns: Column<YearStats>[] = [
    { key: 'year', head: t`Year`, text: year, cell: year },
    { key: 'projects', head: t`Items funded`, numeric: true, text: projects, cell: projects },
    amountColumn('funded', t`Funded`, ({ funded }) => funded),
    amountColumn('signed', t`Of that signed`, ({ signed }) => signed),
    amountColumn('collected', t`Of that collected`, ({ collected }) => collected),
  ]
  return (
    <Plot
      title={t`By year`}
      lead={<Trans>What reached its goal in each calendar year, by what has become of it since.</Trans>}
      columns={columns}
      rows={years}
      rowKey={year}
      csv={t`by-year`}
      empty={
        <EmptyState title={t`Nothing is funded yet`}>
          <Trans>The first item that reaches its goal begins this picture.</Trans>
        </EmptyState>
      }
    >
      <div className="grid items-center gap-x-12 gap-y-6 sm:grid-cols-[auto_minmax(0,1fr)]">
        <YearPlot years={years} />
        <ul className="grid max-w-prose gap-3">
          {years.map((row) => (
            <li key={row.year}>
              <YearInWords row={row} />
            </li>
          ))}
        </ul>
      </div>
    </Plot>
  )
}

function YearInWords({ row: { year, projects, funded, collected } }: { row: YearStats }) {
  return (
    <>
      <Trans>
        <b>{year}</b>: <Money amount={funded} cents={false} /> for{' '}
        <Plural value={projects} one="# item" other="# items" />.
      </Trans>{' '}
      {isZero(collected) ? (
        <Trans>None of that has been paid yet.</Trans>
      ) : (
        <Trans>
          Of that, <Money amount={collected} cents={false} /> has been paid.
        </Trans>
      )}
    </>
  )
}
