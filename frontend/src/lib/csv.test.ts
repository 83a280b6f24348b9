import { expect, it } from 'vitest'
import { toCsv } from './csv'

it('quotes what needs quoting', () => {
  expect(toCsv([['a', 'b, c', 'say "d"', 'two\nlines']])).toBe('a,"b, c","say ""d""","two\nlines"\r\n')
})

it('keeps formulas from running, and numbers numbers', () => {
  expect(toCsv([['=1+1', '+cmd', '@sum', '-5', '-x']])).toBe("'=1+1,'+cmd,'@sum,-5,'-x\r\n")
})
