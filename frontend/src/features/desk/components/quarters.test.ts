import { expect, it } from 'vitest'
import { quarterName, quartersFrom } from './quarters'

it('counts quarters over the end of a year', () => {
  expect(quartersFrom('2026-Q3', 4)).toEqual(['2026-Q3', '2026-Q4', '2027-Q1', '2027-Q2'])
})

it('writes a quarter as people say it', () => {
  expect(quarterName('2027-Q1')).toBe('Q1\u00a02027')
})
