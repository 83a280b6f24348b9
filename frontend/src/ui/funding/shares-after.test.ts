import { expect, it } from 'vitest'
import type { PublicPledge, Simulation } from '@/api/types'
import { levelOf, type OwnPledge, sharesAfter } from './shares-after'

const organization = (slug: string) => ({ slug, name: slug, kind: 'member' as const })
const pledge = (who: string | null, amount: string, share: string, active = true) =>
  ({ ...(who && { organization: organization(who) }), amount, share, active }) as PublicPledge
const change = (who: string | null, before: string, after: string, own = false) => ({
  ...(who && { organization: organization(who) }),
  ...{ before, after, own },
})
const wakes = (who: string | null, amount: string) => ({
  ...(who && { organization: organization(who) }),
  ...{ amount, own: false },
})
type Part = Pick<Simulation, 'shares' | 'wakes'>
const columns = (pledges: PublicPledge[], part: Partial<Part>, own: OwnPledge) =>
  sharesAfter(pledges, { shares: [], wakes: [], ...part }, own, 'An institution')

it('tells before from after, also for those who hide', () => {
  const pledges = [
    pledge('isla-verde', '30000.00', '17500.00'),
    pledge('cassava', '5000.00', '5000.00'),
    pledge(null, '25000.00', '17500.00'),
    pledge(null, '10000.00', '10000.00'),
  ]
  const shares = [
    change(null, '0.00', '11666.66', true),
    change('isla-verde', '17500.00', '11666.67'),
    change(null, '17500.00', '11666.67'),
  ]
  const after = columns(pledges, { shares }, { ceiling: '15000.00' })
  expect(after.map(({ name, was, share }) => [name, was, share])).toEqual([
    ['isla-verde', '17500.00', '11666.67'],
    ['cassava', '5000.00', '5000.00'],
    ['An institution', '17500.00', '11666.67'],
    ['An institution', '10000.00', '10000.00'],
    ['An institution', null, '11666.66'],
  ])
  expect(after.at(-1)).toMatchObject({ you: true, ceiling: '15000.00' })
  expect(levelOf(after)).toBe('11666.67')
  expect(levelOf(after.filter(({ share, ceiling }) => share === ceiling))).toBeNull()
})

it('gives the extra cent to the higher of two hidden ceilings', () => {
  const pledges = [pledge(null, '9000.00', '5000.00'), pledge(null, '8000.00', '5000.00')]
  const shares = [change(null, '5000.00', '3333.33'), change(null, '5000.00', '3333.34')]
  expect(columns(pledges, { shares }, { ceiling: '4000.00' }).map(({ ceiling, share }) => [ceiling, share])).toEqual([
    ['9000.00', '3333.34'],
    ['8000.00', '3333.33'],
  ])
})

it('wakes who would wake, hidden or not, and leaves the others waiting', () => {
  const pledges = [
    pledge('lichen', '4000.00', '4000.00'),
    pledge('sundial', '25000.00', '0.00', false),
    pledge('basalt', '7000.00', '0.00', false),
    pledge(null, '9000.00', '0.00', false),
    pledge(null, '6000.00', '0.00', false),
  ]
  const part = {
    shares: [
      change('tidewater', '0.00', '15000.00', true),
      change('sundial', '0.00', '25000.00'),
      change(null, '0.00', '6000.00'),
    ],
    wakes: [wakes('sundial', '25000.00'), wakes(null, '6000.00')],
  }
  const after = columns(pledges, part, { slug: 'tidewater', ceiling: '15000.00' })
  expect(after.map(({ ceiling, was, share }) => [ceiling, was, share])).toEqual([
    ['4000.00', '4000.00', '4000.00'],
    ['25000.00', null, '25000.00'],
    ['7000.00', null, '0.00'],
    ['9000.00', null, '0.00'],
    ['6000.00', null, '6000.00'],
    ['15000.00', null, '15000.00'],
  ])
})

it('shows the own pledge once when it changes, by name or hidden', () => {
  const shares = [change(null, '14000.00', '15000.00', true)]
  const own = { slug: 'tidewater', ceiling: '15000.00', was: '14000.00' }
  const named = [pledge('tidewater', '14000.00', '14000.00'), pledge('lichen', '4000.00', '4000.00')]
  const hidden = [pledge(null, '14000.00', '14000.00'), pledge(null, '4000.00', '4000.00')]
  for (const pledges of [named, hidden]) {
    expect(columns(pledges, { shares }, own).map(({ ceiling, was, share }) => [ceiling, was, share])).toEqual([
      ['4000.00', '4000.00', '4000.00'],
      ['15000.00', '14000.00', '15000.00'],
    ])
  }
})
