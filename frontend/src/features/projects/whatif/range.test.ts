import { describe, expect, it } from 'vitest'
import { amountAt, rangeOf, startOf, stepAt, stepsOf } from './range'

const project = {
  mode: 'shared' as const,
  funding: 'open' as const,
  goal: '98000.00',
  remaining: '55000.00',
  minimum_pledge: '1000.00',
  tipping_point: '5000.00',
}

describe('the slider', () => {
  it('goes from the minimum to what people usually pledge, or what would tip it', () => {
    expect(rangeOf(project)).toEqual({ least: '1000.00', most: '25000.00', step: '250.00' })
    expect(rangeOf({ ...project, tipping_point: '40000.00' })).toMatchObject({ most: '40000.00' })
    expect(rangeOf({ ...project, goal: '6000.00' })).toMatchObject({ most: '6000.00' })
  })

  it('ends at what remains, where pledges count in full', () => {
    const fixed = { ...project, mode: 'fixed' as const, remaining: '13000.00' }
    expect(rangeOf(fixed)).toEqual({ least: '1000.00', most: '13000.00', step: '250.00' })
    expect(rangeOf({ ...fixed, remaining: '400.00' })).toBeNull()
  })

  it('fills a gap in either mode, without a minimum', () => {
    const gap = { ...project, funding: 'funded' as const, remaining: '8000.00' }
    expect(rangeOf(gap)).toEqual({ least: '100.00', most: '8000.00', step: '100.00' })
    expect(rangeOf({ ...gap, remaining: '40.00' })).toMatchObject({ least: '40.00', most: '40.00' })
  })

  it('begins with what would tip a coalition', () => {
    const range = { least: '1000.00', most: '25000.00', step: '500.00' }
    expect(startOf(range, { mode: 'shared', tipping_point: '7500.00' })).toBe('7500.00')
    expect(startOf(range, { mode: 'shared', tipping_point: null })).toBe('5000.00')
    expect(startOf(range, { mode: 'fixed', tipping_point: '13000.00' })).toBe('5000.00')
    expect(startOf({ ...range, most: '3000.00' }, { mode: 'fixed', tipping_point: null })).toBe('3000.00')
  })

  it('has both ends and round figures between them', () => {
    const range = { least: '333.33', most: '1900.50', step: '500.00' }
    expect([0n, 1n, 2n, 3n, 4n, 9n].map((index) => amountAt(index, range))).toEqual([
      '333.33',
      '500.00',
      '1000.00',
      '1500.00',
      '1900.50',
      '1900.50',
    ])
    expect(stepsOf(range)).toBe(4n)
  })

  it('stands where a typed amount is', () => {
    const range = { least: '1000.00', most: '25000.00', step: '500.00' }
    expect(stepAt('5000.00', range)).toBe(8n)
    expect(amountAt(stepAt('5000.00', range), range)).toBe('5000.00')
    expect(stepAt('5100.00', range)).toBe(8n)
    expect(stepAt('10.00', range)).toBe(0n)
    expect(stepAt('99999.00', range)).toBe(stepsOf(range))
  })
})
