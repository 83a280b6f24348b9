import { describe, expect, it } from 'vitest'
import { fractionOf, makeOne, partOf, splitOver } from './part-of-goal'

describe('a part of a goal', () => {
  it('is rounded as the API books it', () => {
    expect(partOf('100.00', '1/3', 'down')).toBe('33.33')
    expect(partOf('100.00', '1/3', 'up')).toBe('33.34')
    expect(partOf('50000.00', '0.25', 'up')).toBe('12500.00')
    expect(partOf('999999999999.99', '1', 'down')).toBe('999999999999.99')
  })

  it('is named only where it is one exactly', () => {
    expect(fractionOf('15000.00', '50000.00')).toBe('3/10')
    expect(fractionOf('33.33', '100.00')).toBe('0.3333')
    expect(fractionOf('50000.00', '50000.00')).toBe('1/1')
    expect(fractionOf('12345.67', '98000.00')).toBeNull()
    expect(fractionOf('50001.00', '50000.00')).toBeNull()
    expect(fractionOf('0.00', '50000.00')).toBeNull()
  })
})

describe('several years', () => {
  it('bear the whole to the cent, the last one what rounding leaves', () => {
    const thirds = ['FY26', 'FY27', 'FY28'].map((fiscal_year) => ({ fiscal_year, part: '1/3' }))
    expect(splitOver('100.00', thirds).map(({ amount }) => amount)).toEqual(['33.33', '33.33', '33.34'])
  })

  it('are complete when their parts make one', () => {
    expect(makeOne(['1/3', '1/3', '1/3'])).toBe(true)
    expect(makeOne(['0.25', '3/4'])).toBe(true)
    expect(makeOne(['1/2', '1/3'])).toBe(false)
  })
})
