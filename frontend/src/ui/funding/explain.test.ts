import { expect, it } from 'vitest'
import type { FundingMode } from '@/api/types'
import { explainStanding } from './explain'

const said = (code: string, params: Record<string, unknown> = {}, mode?: FundingMode) =>
  explainStanding({ code, params, text: 'As the API says it.' }, 'en-GB', mode).replaceAll('\u00a0', ' ')

it('says codes and numbers as a sentence', () => {
  expect(said('tipping_point', { amount: '5000.00' })).toBe('A pledge of US$ 5,000 by anyone would fund it now.')
  expect(said('tipping_point', { amount: '5000.00' }, 'shared')).toBe(
    'A pledge of US$ 5,000 by anyone would cover it now.',
  )
  expect(said('wakes_others', { amount: '5000.00', pledges: 2, ceilings: '50000.00' })).toBe(
    'A pledge of US$ 5,000 by anyone wakes 2 waiting pledges (US$ 50,000).',
  )
  expect(said('waits_for_organizations', { missing: 1, needed: 3 })).toBe(
    'It counts as soon as 1 more institution does.',
  )
  expect(said('bears_share', { ceiling: '100.00', share: '33.34' })).toContain('US$ 33.34')
})

it('keeps the API’s own words for a code it does not know', () => {
  expect(said('from_the_future')).toBe('As the API says it.')
})
