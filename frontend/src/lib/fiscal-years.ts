import { toCount } from './count'

/** "FY27" of a year that ends in 2027; the API writes two digits until 2099. */
const format = /^FY(\d{2}|\d{4})$/

function endsIn(year: string): number {
  const digits = format.exec(year)?.[1] ?? ''
  return digits.length === 2 ? 2000 + toCount(digits) : toCount(digits)
}

/** A year and those after it, as many as asked for; with a shift, from so many years later or earlier. */
export function yearsFrom(first: string, count: number, shift = 0): string[] {
  return Array.from({ length: count }, (_, index) => {
    const year = endsIn(first) + shift + index
    return year < 2100 ? `FY${year - 2000}` : `FY${year}`
  })
}

/** The same part for each of some years. */
export function equalParts(first: string, count: number) {
  return yearsFrom(first, count).map((fiscal_year) => ({ fiscal_year, part: `1/${count}` }))
}
