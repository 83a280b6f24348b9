import type { ReactNode } from 'react'
import { holdsWords } from '@/lib/find-words'
import { collator } from '@/lib/intl'

export type Column<Row> = {
  key: string
  /** The head, also the label beside the value on small screens. */
  head: string
  cell: (row: Row) => ReactNode
  /** The value as plain text, for the filter and the export. A column without it is for actions. */
  text?: (row: Row) => string
  /** What to sort by where the text would mislead: an ISO date, minor units. */
  order?: (row: Row) => string | number | bigint
  numeric?: boolean
}

export type Sorting = { key: string; direction: 'up' | 'down' }

/** Rows whose text holds every word of the filter, whatever its case and accents. */
export function filterRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], filter: string): readonly Row[] {
  if (filter.trim() === '') return rows
  return rows.filter((row) => holdsWords(columns.map((column) => column.text?.(row) ?? '').join('\n'), filter))
}

export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: Sorting | null,
  locale: string,
): readonly Row[] {
  const column = columns.find(({ key }) => key === sorting?.key)
  const value = column?.order ?? column?.text
  if (!sorting || !value) return rows
  const order = collator(locale, { numeric: true, sensitivity: 'base' })
  const sign = sorting.direction === 'up' ? 1 : -1
  return rows.toSorted((left, right) => {
    const [a, b] = [value(left), value(right)]
    if (typeof a === 'string' && typeof b === 'string') return sign * order.compare(a, b)
    return a < b ? -sign : a > b ? sign : 0
  })
}

/** What is shown, as a spreadsheet takes it. */
export function csvRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string[][] {
  const exported = columns.filter((column) => column.text)
  return [exported.map(({ head }) => head), ...rows.map((row) => exported.map((column) => column.text?.(row) ?? ''))]
}
