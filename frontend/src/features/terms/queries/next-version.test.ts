import { expect, it } from 'vitest'
import { nextVersion } from './next-version'

it('names a version by its month, and counts within it', () => {
  const now = new Date(2027, 2, 9)
  expect(nextVersion([], now)).toBe('2027-03')
  expect(nextVersion(['2027-03', '2026-11'], now)).toBe('2027-03.2')
  expect(nextVersion(['2027-03', '2027-03.2'], now)).toBe('2027-03.3')
})
