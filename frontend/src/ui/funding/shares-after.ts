import type { PublicPledge, Simulation } from '@/api/types'
import { compareAmounts, isZero } from '@/lib/money'
import type { NamedColumn } from './LevelChart'

/** The pledge that is thought about: whose it is where the list has it already, and what it was then. */
export type OwnPledge = { slug?: string; ceiling: string; was?: string | null }

/**
 * Everybody's share before and after, from two answers: the list says who is in, the simulation whose share changes.
 * The own pledge comes last. A hidden one has no name to find it by; two of them that bear the same today are told
 * apart by their ceilings, the higher one first, which is how their shares part as well.
 */
export function sharesAfter(
  pledges: readonly PublicPledge[],
  { shares, wakes }: Pick<Simulation, 'shares' | 'wakes'>,
  own: OwnPledge,
  anonymous: string,
): NamedColumn[] {
  const hiddenChanges = shares
    .filter((change) => !change.own && !change.organization)
    .toSorted((a, b) => compareAmounts(b.before, a.before) || compareAmounts(b.after, a.after))
  const hiddenWakes = wakes.filter((party) => !party.own && !party.organization)

  function after({ organization, amount, active }: PublicPledge, before: string): string {
    if (organization) return shares.find((change) => change.organization?.slug === organization.slug)?.after ?? before
    if (!active && !takeFirst(hiddenWakes, (party) => party.amount === amount)) return before
    return takeFirst(hiddenChanges, (change) => change.before === before)?.after ?? before
  }

  const others = without(own, pledges).map((pledge, index) => {
    const before = pledge.active ? pledge.share : '0.00'
    return {
      key: pledge.organization?.slug ?? `hidden-${index}`,
      name: pledge.organization?.name ?? anonymous,
      ceiling: pledge.amount,
      was: isZero(before) ? null : before,
      share: after(pledge, before),
    }
  })
  const mine = shares.find((change) => change.own)
  if (!mine) return others
  const was = isZero(mine.before) ? null : mine.before
  return [...others, { key: 'you', name: anonymous, ceiling: own.ceiling, was, share: mine.after, you: true }]
}

function takeFirst<Item>(from: Item[], fits: (item: Item) => boolean): Item | undefined {
  const index = from.findIndex(fits)
  return index < 0 ? undefined : from.splice(index, 1)[0]
}

/** Others only: the own pledge stands in the list by name, or hidden with its amount. */
function without({ slug, was }: OwnPledge, pledges: readonly PublicPledge[]): readonly PublicPledge[] {
  if (!slug) return pledges
  const named = pledges.findIndex(({ organization }) => organization?.slug === slug)
  const index =
    named >= 0 || !was ? named : pledges.findIndex(({ organization, amount }) => !organization && amount === was)
  return index < 0 ? pledges : pledges.toSpliced(index, 1)
}

/** Where the line is that cuts the ceilings: at the largest share, once ceilings pass the goal. */
export function levelOf(columns: readonly Pick<NamedColumn, 'share' | 'ceiling'>[]): string | null {
  const cut = columns.filter(({ share, ceiling }) => !isZero(share) && share !== ceiling)
  return (
    cut
      .map(({ share }) => share)
      .toSorted(compareAmounts)
      .at(-1) ?? null
  )
}
