import { expect, it } from 'vitest'
import { safeReturnTo } from './return-to'

it('stays on this site', () => {
  for (const path of ['/', '/account', '/organizations/a/people?q=x#top']) expect(safeReturnTo(path)).toBe(path)
  for (const path of [
    '',
    'account',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/a b',
    null,
    undefined,
  ]) {
    expect(safeReturnTo(path), String(path)).toBeUndefined()
  }
})
