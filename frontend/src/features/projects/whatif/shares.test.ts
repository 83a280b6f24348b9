import { describe, expect, it } from 'vitest'
import type { PublicPledge, Simulation } from '@/api/types'
import { fallOf, levelOf, sharesAfter } from './shares'

const organization = (slug: string) => ({ slug, name: slug.toUpperCase(), kind: 'member' as const, logo_url: null })
const pledge = (slug: string | null, amount: string, share: string, active = true): PublicPledge =>
  ({ organization: slug && organization(slug), amount, share, active, ...(slug && { id: slug }) }) as PublicPledge
const change = (slug: string | null, before: string, after: string, own = false) => ({
  organization: slug ? organization(slug) : null,
  before,
  after,
  own,
})
const simulation = (shares: ReturnType<typeof change>[]) => ({ shares }) as unknown as Simulation

describe('shares before and after', () => {
  const pledges = [
    pledge('a', '25000.00', '9250.00'),
    pledge('b', '5000.00', '5000.00'),
    pledge(null, '12000.00', '9250.00'),
    pledge(null, '2000.00', '2000.00'),
    pledge('c', '20000.00', '0.00', false),
  ]
  const shares = sharesAfter(
    pledges,
    simulation([
      change(null, '0.00', '5000.00', true),
      change('a', '9250.00', '8000.00'),
      change(null, '9250.00', '8000.00'),
      change('c', '0.00', '8000.00'),
    ]),
    '5000.00',
  )

  it('changes those the simulation names, and leaves the others', () => {
    expect(shares.map(({ was, share }) => [was, share])).toEqual([
      ['9250.00', '8000.00'],
      ['5000.00', '5000.00'],
      ['9250.00', '8000.00'],
      ['2000.00', '2000.00'],
      [null, '8000.00'],
      [null, '5000.00'],
    ])
    expect(shares.at(-1)).toMatchObject({ you: true, ceiling: '5000.00' })
  })

  it('finds the line that cuts the ceilings, and none where nothing is cut', () => {
    expect(levelOf(shares)).toBe('8000.00')
    expect(levelOf(shares.filter(({ share, ceiling }) => share === ceiling))).toBeNull()
  })

  it('says how many shares fall, and from where to where', () => {
    expect(fallOf(shares)).toEqual({ count: 2, from: '9250.00', to: '8000.00' })
    expect(fallOf(sharesAfter(pledges, simulation([]), '5000.00'))).toBeNull()
  })
})
