import type { OrganizationRef, PublicPledge, Simulation } from '@/api/types'
import { compareAmounts } from '@/lib/money'

/** Who pledges, at most how much, and what it was before where a pledge changes. */
export type Own = { slug: string; name: string; ceiling: string; was?: string | null }

export type Column = { key: string; name: string; ceiling: string; share: string; was: string | null; you?: boolean }

type Party = { organization?: OrganizationRef | null; amount: string; share: string }

/**
 * Everybody's share before and after, from two answers: who is in, and what the API says would change. A hidden pledge
 * has no name to find it by; two of them that bear the same today are told apart by their ceilings, the higher one
 * first, which is how their shares part as well.
 */
export function columnsOf(
  pledges: readonly PublicPledge[],
  { shares, wakes }: Simulation,
  own: Own,
  anonymous: string,
): Column[] {
  const hiddenChanges = shares
    .filter((change) => !change.own && !change.organization)
    .toSorted((a, b) => compareAmounts(b.before, a.before) || compareAmounts(b.after, a.after))

  function after({ organization, share }: Party): string {
    if (organization) return shares.find((change) => change.organization?.slug === organization.slug)?.after ?? share
    const index = hiddenChanges.findIndex(({ before }) => before === share)
    return hiddenChanges.splice(index, index < 0 ? 0 : 1)[0]?.after ?? share
  }

  const woken: Party[] = wakes
    .filter((party) => !party.own)
    .map(({ organization, amount }) => ({ amount, share: '0.00', ...(organization && { organization }) }))
  const others: Party[] = [
    ...without(
      own,
      pledges.filter(({ active }) => active),
    ),
    ...woken,
  ]
  const mine = shares.find((change) => change.own)

  const columns = others
    .toSorted((a, b) => compareAmounts(b.share, a.share) || compareAmounts(b.amount, a.amount))
    .map((party, index) => ({
      key: party.organization?.slug ?? `hidden-${index}`,
      name: party.organization?.name ?? anonymous,
      ceiling: party.amount,
      share: after(party),
      was: compareAmounts(party.share, '0.00') > 0 ? party.share : null,
    }))
  const you = mine && {
    key: own.slug,
    name: own.name,
    ceiling: own.ceiling,
    share: mine.after,
    was: compareAmounts(mine.before, '0.00') > 0 ? mine.before : null,
    you: true,
  }
  return you ? [...columns, you] : columns
}

/** Others only: the own pledge stands in the list by name, or hidden with its amount. */
function without({ slug, was }: Own, pledges: readonly PublicPledge[]): readonly PublicPledge[] {
  const named = pledges.findIndex(({ organization }) => organization?.slug === slug)
  const index =
    named >= 0 || !was ? named : pledges.findIndex(({ organization, amount }) => !organization && amount === was)
  return index < 0 ? pledges : pledges.toSpliced(index, 1)
}

/** Once a goal is covered, the highest share is the level. */
export function levelOf(columns: readonly Column[], covered: boolean): string | null {
  if (!covered) return null
  return columns.map(({ share }) => share).reduce((a, b) => (compareAmounts(a, b) < 0 ? b : a), '0.00')
}
