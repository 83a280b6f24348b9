/** Hours of work as they are typed: whole, or "" where nobody has said how many. */
export function hoursOf(typed: string): number | null {
  return /^\d+$/.test(typed) ? Number.parseInt(typed, 10) : null
}
