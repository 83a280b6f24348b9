import type { PublicPledge, Simulation } from '@/api/types'
import { compareAmounts, isZero } from '@/lib/money'

/** A pledge as it is, and as it would be. */
export type Share = {
  key: string
  name: string | null
  ceiling: string
  was: string | null
  share: string
  you: boolean
}

/**
 * Everybody's share before and after: the list says who is in, the simulation whose share changes. Hidden pledges have
 * no name to be found by; those with the same share are alike to everybody who may not know them, so any will do.
 */
export function sharesAfter(pledges: readonly PublicPledge[], { shares }: Simulation, ceiling: string): Share[] {
  const changes = shares.filter(({ own }) => !own)
  const take = (pledge: PublicPledge, before: string) => {
    const slug = pledge.organization?.slug
    const index = changes.findIndex((change) =>
      slug ? change.organization?.slug === slug : !change.organization && change.before === before,
    )
    return index < 0 ? undefined : changes.splice(index, 1)[0]
  }

  const others = pledges.map((pledge, index) => {
    const before = pledge.active ? pledge.share : '0.00'
    return {
      key: pledge.id ?? `hidden-${index}`,
      name: pledge.organization?.name ?? null,
      ceiling: pledge.amount,
      was: pledge.active ? pledge.share : null,
      share: take(pledge, before)?.after ?? before,
      you: false,
    }
  })
  const own = shares.find((share) => share.own)?.after ?? '0.00'
  return [...others, { key: 'you', name: null, ceiling, was: null, share: own, you: true }]
}

/** Where the line is that cuts the ceilings: at the largest share, once ceilings pass the goal. */
export function levelOf(shares: readonly Pick<Share, 'share' | 'ceiling'>[]): string | null {
  const cut = shares.filter(({ share, ceiling }) => !isZero(share) && share !== ceiling)
  return (
    cut
      .map(({ share }) => share)
      .toSorted(compareAmounts)
      .at(-1) ?? null
  )
}

/** Whose share would fall, and how: nobody's ever rises because another joins. */
export function fallOf(shares: readonly Share[]) {
  const falling = shares.filter(({ was, share }) => was !== null && compareAmounts(share, was) < 0)
  const [highest] = falling.toSorted((left, right) => compareAmounts(right.was ?? '0.00', left.was ?? '0.00'))
  return highest?.was ? { count: falling.length, from: highest.was, to: highest.share } : null
}
