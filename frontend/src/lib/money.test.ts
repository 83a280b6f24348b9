import { describe, expect, it } from 'vitest'
import {
  compareAmounts,
  formatAmount,
  formatMoney,
  formatMoneyRange,
  formatPercent,
  fromMinor,
  less,
  parseAmount,
  percentOf,
  sum,
  toMinor,
} from './money'

const nbsp = '\u00a0'
const thin = '\u202f'

describe('minor units', () => {
  it('turn an amount into an integer and back, whatever its size', () => {
    for (const amount of ['0.00', '0.01', '0.10', '12500.00', '999999999999.99']) {
      expect(fromMinor(toMinor(amount))).toBe(amount)
    }
  })

  it('add up where floats do not', () => {
    expect(fromMinor(toMinor('0.10') + toMinor('0.20'))).toBe('0.30')
    expect(fromMinor(toMinor('33.33') * 3n + 1n)).toBe('100.00')
  })

  it('refuse what is no amount', () => {
    for (const text of ['', '5', '1e5', '12,5', '-1.00', '1.234', ' 1.00'])
      expect(() => toMinor(text)).toThrow(RangeError)
  })

  it('compare by value, not by spelling', () => {
    expect(['9.00', '10.00', '2500.00'].toSorted(compareAmounts)).toEqual(['9.00', '10.00', '2500.00'])
  })
})

describe('display arithmetic', () => {
  it('adds and takes away, never below nothing', () => {
    expect(sum(['0.10', '0.20', '999999999.70'])).toBe('1000000000.00')
    expect(sum([])).toBe('0.00')
    expect(less('10.00', '9.99')).toBe('0.01')
    expect(less('10.00', '12.00')).toBe('0.00')
  })

  it('rounds percent down, as the API does', () => {
    expect(percentOf('17500.00', '50000.00')).toBe('35.0')
    expect(percentOf('49999.99', '50000.00')).toBe('99.9')
    expect(percentOf('5.00', '0.00')).toBe('0.0')
    expect(formatPercent('63.8', 'en-GB')).toBe('63.8%')
    expect(formatPercent('100.0', 'fr')).toBe(`100${nbsp}%`)
  })
})

describe('formatting', () => {
  it('writes amounts as each language does', () => {
    expect(formatAmount('12500.00', 'en-GB')).toBe('12,500.00')
    expect(formatAmount('12500.00', 'es')).toBe('12.500,00')
    expect(formatAmount('12500.00', 'fr')).toBe(`12${thin}500,00`)
  })

  it('keeps every cent of amounts beyond what a float holds', () => {
    expect(formatAmount('999999999999.99', 'en-GB')).toBe('999,999,999,999.99')
  })

  it('leaves cents out only where there are none', () => {
    expect(formatMoney('5000.00', 'en-GB', { cents: false })).toBe(`US$${nbsp}5,000`)
    expect(formatMoney('5000.10', 'en-GB', { cents: false })).toBe(`US$${nbsp}5,000.10`)
    expect(formatMoney('5000.00', 'en-GB')).toBe(`US$${nbsp}5,000.00`)
  })

  it('writes a range', () => {
    expect(formatMoneyRange('28000.00', '45000.00', 'en-GB')).toBe(`US$${nbsp}28,000–45,000`)
    expect(formatMoneyRange('28000.00', '45000.00', 'fr')).toBe(`28${thin}000–45${thin}000${nbsp}$US`)
  })

  it('puts the currency where the language has it', () => {
    expect(formatMoney('1250.50', 'fr')).toBe(`1${thin}250,50${nbsp}$US`)
  })
})

describe('what somebody typed', () => {
  it('is read as the language writes numbers', () => {
    expect(parseAmount('12500', 'en-GB')).toBe('12500.00')
    expect(parseAmount('12,500.5', 'en-GB')).toBe('12500.50')
    expect(parseAmount('US$ 12,500', 'en-GB')).toBe('12500.00')
    expect(parseAmount('12.500,50', 'es')).toBe('12500.50')
    expect(parseAmount(`12${thin}500,5`, 'fr')).toBe('12500.50')
    expect(parseAmount('0', 'en-GB')).toBe('0.00')
  })

  it('is not guessed at', () => {
    for (const text of ['', 'many', '12,5', '1.2.3', '-5', '1e5', '12.345', '1,2345']) {
      expect(parseAmount(text, 'en-GB'), text).toBeNull()
    }
  })
})
