import { expect, it } from 'vitest'
import { type Column, csvRows, filterRows, sortRows } from './column'

type Row = { name: string; limit: bigint }
const rows: Row[] = [
  { name: 'Élan', limit: 900n },
  { name: 'zebra', limit: 10_000n },
  { name: 'apple 10', limit: 250n },
  { name: 'apple 9', limit: 0n },
]
const columns: Column<Row>[] = [
  { key: 'name', head: 'Name', text: ({ name }) => name, cell: ({ name }) => name },
  { key: 'limit', head: 'Limit', text: ({ limit }) => String(limit), order: ({ limit }) => limit, cell: () => null },
  { key: 'actions', head: 'Actions', cell: () => null },
]
const names = (sorted: readonly Row[]) => sorted.map(({ name }) => name)

it('sorts words as people do, and amounts by value', () => {
  expect(names(sortRows(rows, columns, { key: 'name', direction: 'up' }, 'en'))).toEqual([
    'apple 9',
    'apple 10',
    'Élan',
    'zebra',
  ])
  expect(names(sortRows(rows, columns, { key: 'limit', direction: 'down' }, 'en'))).toEqual([
    'zebra',
    'Élan',
    'apple 10',
    'apple 9',
  ])
})

it('finds every word, without case or accents', () => {
  expect(names(filterRows(rows, columns, 'elan'))).toEqual(['Élan'])
  expect(names(filterRows(rows, columns, 'APPLE 250'))).toEqual(['apple 10'])
  expect(filterRows(rows, columns, '  ')).toBe(rows)
})

it('exports what has a text, under its head', () => {
  expect(csvRows(rows.slice(0, 1), columns)).toEqual([
    ['Name', 'Limit'],
    ['Élan', '900'],
  ])
})
