export type { Column, Sorting } from './column'
export { Table } from './Table'
