/** "Q4 2026" for the API's "2026-Q4". */
export function quarterName(quarter: string): string {
  const [year, number] = quarter.split('-')
  return `${number}\u00a0${year}`
}

/** A quarter and those after it, to plan for. */
export function quartersFrom(quarter: string, many: number): string[] {
  const [year = '', number = ''] = quarter.split('-Q')
  const first = Number.parseInt(year, 10) * 4 + Number.parseInt(number, 10) - 1
  return Array.from({ length: many }, (_, index) => {
    const at = first + index
    return `${String(Math.floor(at / 4)).padStart(4, '0')}-Q${(at % 4) + 1}`
  })
}
