import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Section } from '@/ui/Page'
import { type Column, ExportButton, Table } from '@/ui/table'

type Props<Row> = {
  title: string
  lead?: ReactNode
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Named for the file. */
  csv: string
  empty: ReactNode
  /** The picture. */
  children: ReactNode
}

/** A picture of numbers, with the numbers as a table and as a file. */
export function Plot<Row>({ title, lead, columns, rows, rowKey, csv, empty, children }: Props<Row>) {
  if (rows.length === 0) return <Section title={title}>{empty}</Section>
  return (
    <Section title={title} lead={lead} actions={<ExportButton columns={columns} shown={rows} csv={csv} />}>
      {children}
      <details className="mt-4 text-sm print:hidden">
        <summary className="w-fit py-1 font-medium text-accent">
          <Trans>The same as a table</Trans>
        </summary>
        <div className="mt-3">
          <Table caption={title} columns={columns} rows={rows} rowKey={rowKey} empty={empty} />
        </div>
      </details>
    </Section>
  )
}
