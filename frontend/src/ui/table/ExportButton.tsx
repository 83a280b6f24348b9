import { Trans, useLingui } from '@lingui/react/macro'
import { download, toCsv } from '@/lib/csv'
import { Button } from '../Button'
import { type Column, csvRows } from './column'

type Props<Row> = { columns: readonly Column<Row>[]; shown: readonly Row[]; csv: string }

/** What is shown, no more and no less, as a file for a spreadsheet. */
export function ExportButton<Row>({ columns, shown, csv }: Props<Row>) {
  const { t } = useLingui()
  return (
    <Button
      look="quiet"
      size="small"
      className="min-h-10 max-sm:-ml-3 sm:-mr-3 sm:ml-auto"
      title={t`What is shown, as a file for a spreadsheet`}
      onClick={() => download(`${csv}.csv`, toCsv(csvRows(shown, columns)))}
    >
      <Trans>Export CSV</Trans>
    </Button>
  )
}
