import { expect, it } from 'vitest'
import { attempts } from './action'
import { ApiError } from './problem'

it('keeps the key while the outcome is unknown', () => {
  const keys = attempts()
  const first = keys.start({ email: 'a' })
  keys.settle(new ApiError('no_answer', 0))
  expect(keys.start({ email: 'a' })).toEqual(first)
  keys.settle(new ApiError('unavailable', 503))
  expect(keys.start({ email: 'a' })).toEqual(first)
})

it('takes a new key for another input, and after any clear answer', () => {
  const keys = attempts()
  const first = keys.start({ email: 'a' })
  keys.settle(new ApiError('no_answer', 0))
  const other = keys.start({ email: 'b' })
  expect(other).not.toEqual(first)
  keys.settle(new ApiError('already_invited', 409))
  expect(keys.start({ email: 'b' })).not.toEqual(other)
})

it('takes a new key after a success', () => {
  const keys = attempts()
  const first = keys.start({ email: 'a' })
  keys.settle(null)
  expect(keys.start({ email: 'a' })).not.toEqual(first)
})
