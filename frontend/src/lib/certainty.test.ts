import { expect, it } from 'vitest'
import { partsOf, type Standing, visibleParts } from './certainty'

const amounts = (standing: Standing) =>
  Object.fromEntries(visibleParts(standing).map(({ certainty, amount }) => [certainty, amount]))

it('counts each cent once, although the API counts what is signed among what is pledged', () => {
  const standing = { goal: '36000.00', pledged: '31000.00', signed: '27000.00', collected: '16000.00', gap: '5000.00' }
  expect(amounts(standing)).toEqual({
    collected: '16000.00',
    signed: '11000.00',
    pledged: '4000.00',
    gap: '5000.00',
  })
})

it('leaves nothing to go where waiting pledges offer more than is missing', () => {
  const standing = { goal: '100.00', pledged: '40.00', signed: '0.00', collected: '0.00', waiting: '80.00' }
  expect(amounts(standing)).toEqual({ pledged: '40.00', waiting: '80.00' })
})

it('knows no rest without a goal, and keeps the order', () => {
  const standing = { goal: null, pledged: '0.00', signed: '0.00', collected: '0.00' }
  expect(visibleParts(standing)).toEqual([])
  expect(partsOf(standing).map(({ certainty }) => certainty)).toEqual([
    'collected',
    'signed',
    'pledged',
    'waiting',
    'open',
    'gap',
  ])
})
