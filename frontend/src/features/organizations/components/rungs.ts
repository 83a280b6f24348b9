import type { Pledge } from '@/api/types'
import { sum } from '@/lib/money'

/** The ladder an organisation's pledges climb: what is asked for, what waits, what counts, and how firmly. */
export const rungs = ['requested', 'waiting', 'pledged', 'signed', 'invoiced', 'collected'] as const
export type Rung = (typeof rungs)[number]

/** On which rung a pledge stands; none once it has ended. */
export function rungOf({ status, active }: Pick<Pledge, 'status' | 'active'>): Rung | null {
  if (status === 'pledged') return active ? 'pledged' : 'waiting'
  return rungs.find((rung) => rung === status) ?? null
}

/** What it is worth there: its share once it counts, before that all of it. */
export function worth(pledge: Pick<Pledge, 'status' | 'active' | 'share' | 'amount'>): string {
  return pledge.active ? pledge.share : pledge.amount
}

/** What stands on each rung. */
export function ladderOf(pledges: readonly Pledge[]) {
  return rungs.map((rung) => {
    const here = pledges.filter((pledge) => rungOf(pledge) === rung)
    return { rung, count: here.length, amount: sum(here.map(worth)) }
  })
}
