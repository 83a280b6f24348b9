import type { Project } from '@/api/types'
import { compareAmounts, sum } from '@/lib/money'
import { partOf } from './part-of-goal'
import type { MoneyValues } from './pledge-schema'

type Reason = 'remaining' | 'tipping' | 'equal' | 'quarter' | 'year' | 'minimum'
export type Preset = Pick<MoneyValues, 'source' | 'amount' | 'fraction'> & { reason: Reason; people?: number }

/** The most that fit on a line. */
const most = 4

/**
 * Amounts worth a click: what completes the project, an equal share among all who would be in, a quarter, what the own
 * year has left. None is offered that the project's numbers already rule out. `own` is what a pledge that changes holds.
 */
export function presetsFor(project: Project, left: string | null | undefined, own: string | null = null): Preset[] {
  const { goal, mode, tipping_point, minimum_pledge, backers, waiters, gap } = project
  if (!goal) return []
  const byCents = mode === 'fixed' || compareAmounts(gap, '0.00') > 0
  // Who is in already is counted, and what is theirs is theirs to pledge again.
  const people = backers + waiters + (own ? 0 : 1)
  const remaining = sum([project.remaining, own ?? '0.00'])
  const fraction = (part: string, reason: Reason, extra = {}): Preset => ({
    source: 'fraction',
    fraction: part,
    amount: partOf(goal, part, byCents ? 'down' : 'up'),
    reason,
    ...extra,
  })
  const amount = (of: string, reason: Reason): Preset => ({ source: 'amount', amount: of, fraction: '', reason })

  const wanted: Preset[] = [
    ...(byCents
      ? [{ source: 'remaining' as const, amount: remaining, fraction: '', reason: 'remaining' as const }]
      : []),
    ...(!byCents && tipping_point && !own ? [amount(tipping_point, 'tipping')] : []),
    ...(people > 1 && people <= 48 ? [fraction(`1/${people}`, 'equal', { people })] : []),
    fraction('1/4', 'quarter'),
    ...(left ? [amount(left, 'year')] : []),
    amount(minimum_pledge, 'minimum'),
  ]
  const highest = byCents ? remaining : goal
  const possible = wanted.filter(
    ({ source, amount }) =>
      source === 'remaining' ||
      (compareAmounts(amount, minimum_pledge) >= 0 &&
        compareAmounts(amount, highest) <= 0 &&
        compareAmounts(amount, '0.00') > 0),
  )
  const unlike = possible.filter((preset, index) => possible.findIndex((one) => one.amount === preset.amount) === index)
  return unlike.slice(0, most).toSorted((one, other) => compareAmounts(one.amount, other.amount))
}
