import { expect, it } from 'vitest'
import { initials } from './initials'

it('takes the first letters of two words, or two of one', () => {
  expect(initials('Tidewater Ocean Data Commons')).toBe('TO')
  expect(initials('runa')).toBe('RU')
  expect(initials('Élan – Île')).toBe('ÉÎ')
  expect(initials('')).toBe('')
})
