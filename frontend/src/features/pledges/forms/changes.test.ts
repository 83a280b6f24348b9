import { describe, expect, it } from 'vitest'
import type { Pledge } from '@/api/types'
import { changesOf } from './changes'
import { noConditions, valuesOf } from './pledge-schema'

const pledge = {
  amount: '15000.00',
  fraction: null,
  conditions: { min_other_orgs: 3 },
  instalments: [
    { fiscal_year: 'FY27', part: '1/2', amount: '7500.00' },
    { fiscal_year: 'FY28', part: '1/2', amount: '7500.00' },
  ],
  note: 'Gladly.',
  purchase_order: null,
} as unknown as Pledge

describe('what changes about a pledge', () => {
  it('is nothing when nothing was touched', () => {
    expect(changesOf(pledge, valuesOf(pledge))).toEqual({})
  })

  it('names the amount in the one way it was said', () => {
    const values = { ...valuesOf(pledge), source: 'fraction' as const, fraction: '1/3' }
    expect(changesOf(pledge, values)).toEqual({ fraction: '1/3' })
  })

  it('drops conditions, years and words by name', () => {
    const values = { ...valuesOf(pledge), conditions: noConditions, instalments: [], note: '' }
    expect(changesOf(pledge, values)).toEqual({
      conditions: null,
      instalments: [{ fiscal_year: 'FY27', part: '1/1' }],
      note: null,
    })
  })
})
