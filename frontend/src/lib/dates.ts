import { dateFormat, relativeFormat } from './intl'

/**
 * Instants are shown in the reader's zone; calendar dates ("2027-03-31") belong to no zone and are shown as they are.
 */

let zone: string | undefined

/** Asked once: finding it out takes the browser longer than writing a date. */
export function browserTimeZone(): string {
  zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone
  return zone
}

/** "31 March 2027", the same day everywhere. */
export function formatDate(date: string, locale: string, month: 'long' | 'short' = 'long'): string {
  const format = dateFormat(locale, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' })
  return format.format(new Date(`${date}T00:00:00Z`))
}

/** "21 Nov 2026" */
export function formatDay(instant: string, locale: string, timeZone: string): string {
  const format = dateFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone })
  return format.format(new Date(instant))
}

/** "21 Nov", or "21 Nov 2025" in another year than this one: for where there is little room. */
export function formatShortDay(instant: string, locale: string, timeZone: string, now = new Date()): string {
  const yearOf = (date: Date) => dateFormat('en', { year: 'numeric', timeZone }).format(date)
  const date = new Date(instant)
  if (yearOf(date) !== yearOf(now)) return formatDay(instant, locale, timeZone)
  return dateFormat(locale, { day: 'numeric', month: 'short', timeZone }).format(date)
}

/** "21 Nov 2026, 09:40" */
export function formatMoment(instant: string, locale: string, timeZone: string): string {
  return dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(instant))
}

/** "Saturday 21 November 2026 at 09:40:12 GMT+1" for whoever needs it exactly. */
export function formatExact(instant: string, locale: string, timeZone: string): string {
  return dateFormat(locale, { dateStyle: 'full', timeStyle: 'long', timeZone }).format(new Date(instant))
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** "3 hours ago", "in 12 days", "now". */
export function formatRelative(instant: string, locale: string, now = Date.now()): string {
  const seconds = Math.round((new Date(instant).getTime() - now) / 1000)
  const format = relativeFormat(locale, { numeric: 'auto' })
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit)
  }
  return format.format(0, 'second')
}

/** "in 33 days" for what is to be ready for, where "next month" would be too vague; hours on the last day. */
export function formatCountdown(instant: string, locale: string, now = Date.now()): string {
  const days = (new Date(instant).getTime() - now) / 86_400_000
  if (Math.abs(days) < 1) return formatRelative(instant, locale, now)
  return relativeFormat(locale, { numeric: 'auto' }).format(Math.trunc(days), 'day')
}

/** "July", for the month a fiscal year starts in. */
export function monthName(month: number, locale: string): string {
  return dateFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month - 1, 1))
}

/** "July to June": twelve months from the given one. */
export function fiscalYearMonths(start: number, locale: string): [first: string, last: string] {
  return [monthName(start, locale), monthName(((start + 10) % 12) + 1, locale)]
}

/** A date input's value (end of that day, in the reader's zone) as an instant. */
export function endOfDay(date: string): string {
  return new Date(`${date}T23:59:59`).toISOString()
}

/** "2027-03-31" for `days` from today, in the reader's zone. */
export function daysFromToday(days: number, now = new Date()): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days)
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
