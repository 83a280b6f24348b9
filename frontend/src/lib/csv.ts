import { saveFile } from './save-file'

/** Rows for a spreadsheet. A cell that a spreadsheet would run as a formula is kept text by a leading apostrophe. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Hands the browser a table to save. The byte order mark tells Excel that the accents are UTF-8. */
export const download = (name: string, text: string) => saveFile(name, 'text/csv;charset=utf-8', '\ufeff', text)
