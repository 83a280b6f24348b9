import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json'

describe('canonical JSON', () => {
  it('orders members by UTF-16 code units, at every depth', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, ö: { b: 1, a: [] } }
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"ö":{"a":[],"b":1},"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    )
  })

  it('writes numbers the one way there is', () => {
    expect(canonicalJson([JSON.parse('333333333.33333329'), 1e30, 4.5, 0.002, 1e-27, -0, 10])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0,10]',
    )
  })

  it('escapes what must be escaped, and nothing else', () => {
    expect(canonicalJson('€$\u000f\nA\'B"\\/\u2028')).toBe('"€$\\u000f\\nA\'B\\"\\\\/\u2028"')
  })

  it('keeps the order of a list, and words for truth and nothing', () => {
    expect(canonicalJson([3, 1, null, true, false, {}])).toBe('[3,1,null,true,false,{}]')
  })

  it('refuses what is no JSON', () => {
    for (const value of [undefined, Number.NaN, Number.POSITIVE_INFINITY, 1n, '\ud800', { a: undefined }]) {
      expect(() => canonicalJson(value)).toThrow(TypeError)
    }
  })
})
