import { Plural, Trans } from '@lingui/react/macro'
import { type ReactNode, useId } from 'react'
import { classes } from '@/lib/classes'
import { Select, TextInput } from '../form/controls'
import type { Column, Sorting } from './column'
import { ExportButton } from './ExportButton'

type Props<Row> = {
  columns: readonly Column<Row>[]
  shown: readonly Row[]
  all: number
  sorting: Sorting | null
  setSorting: (sorting: Sorting) => void
  csv?: string | undefined
  filter?: { text: string; onChange: (text: string) => void } | undefined
  tools?: ReactNode
}

/** What stands above a table: the filter, how much it leaves, the export of exactly that, and on small screens the order. */
export function TableTools<Row>({ columns, shown, all, sorting, setSorting, csv, filter, tools }: Props<Row>) {
  const id = useId()
  const sortable = columns.filter((column) => column.text)

  return (
    <div className={classes('flex flex-wrap items-end gap-3 print:hidden', !filter && !tools && 'sm:hidden')}>
      {filter && (
        <label className="grid min-w-0 flex-1 basis-56 gap-1.5 text-sm font-medium text-ink sm:max-w-80">
          <Trans>Search</Trans>
          <TextInput
            type="search"
            value={filter.text}
            onChange={(event) => filter.onChange(event.target.value)}
            aria-describedby={`${id}-count`}
          />
        </label>
      )}
      {tools}
      <label className="grid min-w-36 gap-1.5 text-sm font-medium text-ink sm:hidden">
        <Trans>Sort by</Trans>
        <Select
          value={sorting ? `${sorting.key} ${sorting.direction}` : ''}
          onChange={(event) => {
            const [key = '', direction] = event.target.value.split(' ')
            setSorting({ key, direction: direction === 'down' ? 'down' : 'up' })
          }}
        >
          {!sorting && <option value="">–</option>}
          {sortable.flatMap(({ key, head }) => [
            <option key={`${key} up`} value={`${key} up`}>{`${head} ↑`}</option>,
            <option key={`${key} down`} value={`${key} down`}>{`${head} ↓`}</option>,
          ])}
        </Select>
      </label>
      {(filter || tools) && (
        <p id={`${id}-count`} role="status" className="min-h-10 content-center text-sm text-muted">
          {shown.length === all ? (
            <Plural value={all} one="# row" other="# rows" />
          ) : (
            <Trans>
              {shown.length} of {all}
            </Trans>
          )}
        </p>
      )}
      {csv && filter && <ExportButton {...{ columns, shown, csv }} />}
    </div>
  )
}
