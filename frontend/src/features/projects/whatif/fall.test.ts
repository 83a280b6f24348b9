import { expect, it } from 'vitest'
import { fallOf } from './fall'

it('says how many shares fall, and from where to where', () => {
  const still = { was: '2000.00', share: '2000.00' }
  const joins = { was: null, share: '5000.00' }
  const falls = [
    { was: '9000.00', share: '8000.00' },
    { was: '9250.00', share: '8000.01' },
  ]
  expect(fallOf([still, ...falls, joins])).toEqual({ count: 2, from: '9250.00', to: '8000.01' })
  expect(fallOf([still, joins])).toBeNull()
})
