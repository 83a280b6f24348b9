import { useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { classes } from '@/lib/classes'
import { SortIcon } from '../icons'
import { type Column, filterRows, type Sorting, sortRows } from './column'
import { ExportButton } from './ExportButton'
import { TableTools } from './TableTools'

type Props<Row> = {
  /** What the rows are, for whoever cannot see the heading above. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  sort?: Sorting
  /** Named for the file: "organisations" becomes organisations.csv. */
  csv?: string
  /** A filter over all columns, its text kept by the page (in the URL). */
  filter?: { text: string; onChange: (text: string) => void }
  /** Further filters beside it. */
  tools?: ReactNode
  /** What to say when no row is left. */
  empty: ReactNode
}

/** Sorts, filters and exports. On small screens every row becomes a short list, so that nothing scrolls sideways. */
export function Table<Row>(props: Props<Row>) {
  const { caption, columns, rows, rowKey, sort = null, csv, filter, tools, empty } = props
  const { i18n } = useLingui()
  const [sorting, setSorting] = useState<Sorting | null>(sort)
  const shown = sortRows(filterRows(rows, columns, filter?.text ?? ''), columns, sorting, i18n.locale)

  return (
    <div className="grid gap-4">
      {(filter || tools || rows.length > 0) && (
        <TableTools {...{ columns, shown, all: rows.length, sorting, setSorting, csv, filter, tools }} />
      )}
      {shown.length === 0 ? (
        empty
      ) : (
        // The roles repeat what the elements are: browsers forget it when they are laid out as a list.
        // biome-ignore-start lint/a11y/noRedundantRoles: see above
        <table role="table" className="w-full border-collapse text-sm max-sm:block">
          <caption className="sr-only">{caption}</caption>
          <thead role="rowgroup" className="max-sm:hidden">
            <tr role="row">
              {columns.map((column) => (
                <Head key={column.key} {...{ column, sorting, setSorting }} />
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup" className="max-sm:block">
            {shown.map((row) => (
              <tr
                role="row"
                key={rowKey(row)}
                className="border-t border-line last:border-b max-sm:grid max-sm:gap-1 max-sm:py-3"
              >
                {columns.map((column) => (
                  <Cell key={column.key} {...{ column, row }} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        // biome-ignore-end lint/a11y/noRedundantRoles: see above
      )}
      {csv && !filter && shown.length > 0 && (
        <div className="-mt-2 flex print:hidden">
          <ExportButton {...{ columns, shown, csv }} />
        </div>
      )}
    </div>
  )
}

type HeadProps<Row> = { column: Column<Row>; sorting: Sorting | null; setSorting: (sorting: Sorting) => void }

function Head<Row>({ column: { key, head, text, numeric }, sorting, setSorting }: HeadProps<Row>) {
  const direction = sorting?.key === key ? sorting.direction : null
  return (
    <th
      // biome-ignore lint/a11y/noRedundantRoles: browsers forget it when tables are laid out as lists
      role="columnheader"
      scope="col"
      aria-sort={direction === 'up' ? 'ascending' : direction === 'down' ? 'descending' : undefined}
      className={classes(
        'pr-4 pb-2 text-left align-bottom text-xs font-medium text-muted last:pr-0',
        numeric && 'text-right sm:pr-8',
      )}
    >
      {text ? (
        <button
          type="button"
          onClick={() => setSorting({ key, direction: direction === 'up' ? 'down' : 'up' })}
          className={classes(
            'inline-flex min-h-6 items-center gap-1.5 font-medium hover:text-ink',
            numeric && 'flex-row-reverse',
          )}
        >
          {head}
          <SortIcon direction={direction} />
        </button>
      ) : (
        <span className="sr-only">{head}</span>
      )}
    </th>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  return (
    <td
      // biome-ignore lint/a11y/noRedundantRoles: browsers forget it when tables are laid out as lists
      role="cell"
      data-label={column.text ? column.head : undefined}
      className={classes(
        'py-3 pr-4 align-middle last:pr-0',
        'max-sm:flex max-sm:items-baseline max-sm:justify-between max-sm:gap-4 max-sm:p-0 max-sm:py-0.5 max-sm:empty:hidden',
        'max-sm:not-first:before:shrink-0 max-sm:not-first:before:text-xs max-sm:not-first:before:text-muted max-sm:not-first:before:content-[attr(data-label)]',
        column.numeric && 'text-right whitespace-nowrap text-ink sm:pr-8',
        !column.text && 'sm:text-right',
      )}
    >
      {column.cell(row)}
    </td>
  )
}
