export type { Column, Sorting } from './column'
export { ExportButton } from './ExportButton'
export { Table } from './Table'
