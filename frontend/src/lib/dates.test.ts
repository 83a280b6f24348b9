import { describe, expect, it } from 'vitest'
import {
  daysFromToday,
  fiscalYearMonths,
  formatCountdown,
  formatDate,
  formatDay,
  formatRelative,
  formatShortDay,
} from './dates'

describe('dates', () => {
  it('shows a calendar date as it stands, in every zone', () => {
    expect(formatDate('2027-03-31', 'en-GB')).toBe('31 March 2027')
    expect(formatDate('2027-03-31', 'es')).toBe('31 de marzo de 2027')
  })

  it('shows an instant in the reader’s zone', () => {
    const instant = '2026-11-21T02:30:00Z'
    expect(formatDay(instant, 'en-GB', 'America/Los_Angeles')).toBe('20 Nov 2026')
    expect(formatDay(instant, 'en-GB', 'Pacific/Auckland')).toBe('21 Nov 2026')
  })

  it('names the year only where it is not this one', () => {
    const now = new Date('2026-11-21T12:00:00Z')
    expect(formatShortDay('2026-10-02T12:00:00Z', 'en-GB', 'UTC', now)).toBe('2 Oct')
    expect(formatShortDay('2025-10-02T12:00:00Z', 'en-GB', 'UTC', now)).toBe('2 Oct 2025')
  })

  it('counts in the largest unit that fits', () => {
    const now = Date.parse('2026-11-21T12:00:00Z')
    expect(formatRelative('2026-11-21T11:59:50Z', 'en-GB', now)).toBe('now')
    expect(formatRelative('2026-11-21T09:00:00Z', 'en-GB', now)).toBe('3 hours ago')
    expect(formatRelative('2026-11-20T11:00:00Z', 'en-GB', now)).toBe('yesterday')
    expect(formatRelative('2026-12-03T12:00:00Z', 'fr', now)).toBe('dans 12 jours')
  })

  it('counts down in days, however many, and in hours on the last one', () => {
    const now = Date.parse('2026-11-21T12:00:00Z')
    expect(formatCountdown('2027-01-24T13:00:00Z', 'en-GB', now)).toBe('in 64 days')
    expect(formatCountdown('2026-11-22T11:00:00Z', 'en-GB', now)).toBe('in 23 hours')
  })

  it('names the months of a fiscal year', () => {
    expect(fiscalYearMonths(7, 'en-GB')).toEqual(['July', 'June'])
    expect(fiscalYearMonths(1, 'en-GB')).toEqual(['January', 'December'])
  })

  it('counts days across the end of a month', () => {
    expect(daysFromToday(10, new Date(2026, 11, 25))).toBe('2027-01-04')
  })
})
