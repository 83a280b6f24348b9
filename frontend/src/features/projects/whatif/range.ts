import type { Project } from '@/api/types'
import { compareAmounts, fromMinor, toMinor } from '@/lib/money'

/** What a slider offers: amounts from the least to the most, a step apart; the ends are always among them. */
export type Range = { least: string; most: string; step: string }

/** How far a slider goes where nothing else ends it; more can be typed. */
const usual = '25000.00'
const firstTry = '5000.00'
const mostSteps = 100n

const smaller = (left: string, right: string) => (compareAmounts(left, right) < 0 ? left : right)
const larger = (left: string, right: string) => (compareAmounts(left, right) < 0 ? right : left)

type Wanted = Pick<Project, 'mode' | 'funding' | 'goal' | 'remaining' | 'minimum_pledge' | 'tipping_point'>

/** From the smallest pledge to what the project still takes; `null` where no pledge of the usual kind fits. */
export function rangeOf({ mode, funding, goal, remaining, minimum_pledge, tipping_point }: Wanted): Range | null {
  const coalition = mode === 'shared' && funding === 'open'
  const limit = coalition ? (goal ?? usual) : remaining
  const far = coalition ? smaller(limit, larger(usual, tipping_point ?? usual)) : limit
  // What fell away is filled without a minimum.
  const least = funding === 'open' ? minimum_pledge : smaller('100.00', limit)
  if (compareAmounts(least, far) > 0) return null
  return { least, most: far, step: stepFor(toMinor(far) - toMinor(least)) }
}

/** What to begin with: what would tip it, if a slider reaches that, else an amount many can think about. */
export function startOf(
  { least, most }: Range,
  { mode, tipping_point }: Pick<Wanted, 'mode' | 'tipping_point'>,
): string {
  const wanted = mode === 'shared' && tipping_point ? tipping_point : firstTry
  return larger(least, smaller(wanted, most))
}

/** How many steps a slider has. */
export function stepsOf({ least, most, step }: Range): bigint {
  const [way, each] = [toMinor(most) - toMinor(least), toMinor(step)]
  return (way + each - 1n) / each
}

/** The amount at a step: round figures between the ends, whatever the least is. */
export function amountAt(index: bigint, range: Range): string {
  if (index <= 0n) return range.least
  if (index >= stepsOf(range)) return range.most
  const [least, step] = [toMinor(range.least), toMinor(range.step)]
  return smaller(fromMinor(((least + index * step) / step) * step), range.most)
}

/** The step nearest below an amount; the ends for what lies beyond them. */
export function stepAt(amount: string, range: Range): bigint {
  if (compareAmounts(amount, range.most) >= 0) return stepsOf(range)
  const way = toMinor(amount) - toMinor(range.least)
  return way <= 0n ? 0n : way / toMinor(range.step)
}

/** Round steps, so many that the slider feels continuous and so few that arrow keys get somewhere. */
function stepFor(way: bigint): string {
  const rounds = [100_00n, 250_00n, 500_00n, 1_000_00n, 2_500_00n, 5_000_00n]
  return fromMinor(rounds.find((step) => way / step <= mostSteps) ?? 10_000_00n)
}
