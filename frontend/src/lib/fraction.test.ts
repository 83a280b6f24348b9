import { expect, it } from 'vitest'
import { formatFraction, parseFraction } from './fraction'

it('reads what people write for a part', () => {
  expect(parseFraction('1/3', 'en-GB')).toBe('1/3')
  expect(parseFraction(' 2 / 48 ', 'en-GB')).toBe('2/48')
  expect(parseFraction('25 %', 'en-GB')).toBe('0.25')
  expect(parseFraction('12,5 %', 'es')).toBe('0.125')
  expect(parseFraction('0.0625', 'en-GB')).toBe('0.0625')
  expect(parseFraction('100%', 'fr')).toBe('1')
  expect(parseFraction('1', 'fr')).toBe('1')
})

it('refuses what is no part of a whole', () => {
  for (const text of ['', '0', '0/3', '4/3', '1/49', '101 %', '2', '-1/3', 'half', '0.00001', '1/0', '33.333%']) {
    expect(parseFraction(text, 'en-GB'), text).toBeNull()
  }
})

it('writes ratios as they are, and decimals as percent', () => {
  expect(formatFraction('1/3', 'en-GB')).toBe('1/3')
  expect(formatFraction('0.125', 'en-GB')).toBe('12.5%')
})
