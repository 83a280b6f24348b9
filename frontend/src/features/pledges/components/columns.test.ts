import { expect, it } from 'vitest'
import type { PublicPledge, Simulation } from '@/api/types'
import { columnsOf, levelOf } from './columns'

const organization = (slug: string) => ({ slug, name: slug, kind: 'member' as const })
const pledge = (who: string | null, amount: string, share: string, active = true) =>
  ({ ...(who && { organization: organization(who) }), amount, share, active }) as PublicPledge
const own = { slug: 'tidewater', name: 'Tidewater', ceiling: '15000.00' }

it('tells before from after, also for those who hide', () => {
  const pledges = [
    pledge('isla-verde', '30000.00', '17500.00'),
    pledge(null, '25000.00', '17500.00'),
    pledge(null, '10000.00', '10000.00'),
    pledge('cassava', '5000.00', '5000.00'),
  ]
  const simulation = {
    shares: [
      { own: true, before: '0.00', after: '11666.66', organization: organization('tidewater') },
      { own: false, before: '17500.00', after: '11666.67', organization: organization('isla-verde') },
      { own: false, before: '17500.00', after: '11666.67' },
    ],
    wakes: [],
  } as unknown as Simulation

  const columns = columnsOf(pledges, simulation, own, 'An institution')
  expect(columns.map(({ name, was, share }) => [name, was, share])).toEqual([
    ['isla-verde', '17500.00', '11666.67'],
    ['An institution', '17500.00', '11666.67'],
    ['An institution', '10000.00', '10000.00'],
    ['cassava', '5000.00', '5000.00'],
    ['Tidewater', null, '11666.66'],
  ])
  expect(levelOf(columns, true)).toBe('11666.67')
  expect(levelOf(columns, false)).toBeNull()
})

it('adds who would wake, and shows the own pledge once when it changes', () => {
  const pledges = [
    pledge('tidewater', '14000.00', '14000.00'),
    pledge('lichen', '4000.00', '4000.00'),
    pledge('sundial', '25000.00', '0.00', false),
  ]
  const simulation = {
    shares: [
      { own: true, before: '14000.00', after: '15000.00', organization: organization('tidewater') },
      { own: false, before: '0.00', after: '25000.00', organization: organization('sundial') },
    ],
    wakes: [{ own: false, amount: '25000.00', organization: organization('sundial') }],
  } as unknown as Simulation
  const columns = columnsOf(pledges, simulation, { ...own, was: '14000.00' }, 'An institution')
  expect(columns.map(({ name, was, share, you }) => [name, was, share, you ?? false])).toEqual([
    ['lichen', '4000.00', '4000.00', false],
    ['sundial', null, '25000.00', false],
    ['Tidewater', '14000.00', '15000.00', true],
  ])
})

it('takes the own hidden pledge out of the others', () => {
  const pledges = [pledge(null, '14000.00', '14000.00'), pledge(null, '4000.00', '4000.00')]
  const simulation = {
    shares: [{ own: true, before: '14000.00', after: '15000.00' }],
    wakes: [],
  } as unknown as Simulation
  const columns = columnsOf(pledges, simulation, { ...own, was: '14000.00' }, 'An institution')
  expect(columns.map(({ ceiling }) => ceiling)).toEqual(['4000.00', '15000.00'])
})
