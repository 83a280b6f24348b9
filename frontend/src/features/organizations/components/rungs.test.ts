import { expect, it } from 'vitest'
import type { Pledge } from '@/api/types'
import { ladderOf, rungOf } from './rungs'

const pledge = (status: string, amount: string, share: string, active = true) =>
  ({ status, amount, share, active }) as Pledge

it('puts each pledge on its rung, and ended ones on none', () => {
  expect(rungOf(pledge('pledged', '1.00', '0.00', false))).toBe('waiting')
  expect(rungOf(pledge('withdrawn', '1.00', '0.00', false))).toBeNull()
  const ladder = ladderOf([
    pledge('requested', '8000.00', '0.00', false),
    pledge('pledged', '10000.00', '9250.00'),
    pledge('pledged', '14000.00', '14000.00'),
    pledge('pledged', '25000.00', '0.00', false),
    pledge('signed', '6000.00', '6000.00'),
    pledge('released', '2500.00', '0.00', false),
  ])
  expect(ladder.map(({ rung, count, amount }) => `${rung} ${count} ${amount}`)).toEqual([
    'requested 1 8000.00',
    'waiting 1 25000.00',
    'pledged 2 23250.00',
    'signed 1 6000.00',
    'invoiced 0 0.00',
    'collected 0 0.00',
  ])
})
