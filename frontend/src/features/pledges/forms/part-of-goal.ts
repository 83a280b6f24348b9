import { fromMinor, toMinor } from '@/lib/money'

/** What the API takes: p/q with q up to 48, or up to four decimals. */
const largestDenominator = 48n

function ratio(fraction: string): [bigint, bigint] {
  const [numerator = '0', denominator] = fraction.split('/')
  if (denominator) return [BigInt(numerator), BigInt(denominator)]
  const [whole = '0', decimals = ''] = fraction.split('.')
  return [BigInt(`${whole}${decimals}`), 10n ** BigInt(decimals.length)]
}

/**
 * That part of a goal, to show beside what was typed. The API books the same: a ceiling is rounded up to the cent,
 * everything else down.
 */
export function partOf(goal: string, fraction: string, rounding: 'up' | 'down'): string {
  const [numerator, denominator] = ratio(fraction)
  const exact = toMinor(goal) * numerator
  const rest = exact % denominator
  return fromMinor(exact / denominator + (rounding === 'up' && rest > 0n ? 1n : 0n))
}

/** The fraction that an amount is of a goal, where it is one exactly: "3/10". */
export function fractionOf(amount: string, goal: string): string | null {
  const [part, whole] = [toMinor(amount), toMinor(goal)]
  if (part === 0n || part > whole) return null
  const common = greatestCommonDivisor(part, whole)
  const [numerator, denominator] = [part / common, whole / common]
  if (denominator <= largestDenominator) return `${numerator}/${denominator}`
  if (10_000n % denominator !== 0n) return null
  const decimals = (numerator * (10_000n / denominator)).toString().padStart(4, '0')
  return `0.${decimals.replace(/0+$/, '')}`
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  return right === 0n ? left : greatestCommonDivisor(right, left % right)
}

/** What each fiscal year bears of an amount; cents that rounding leaves go to the last one, as the API splits it. */
export function splitOver<Year extends { part: string }>(amount: string, years: readonly Year[]) {
  let left = toMinor(amount)
  return years.map((year, index) => {
    const cents = index === years.length - 1 ? left : least(toMinor(partOf(amount, year.part, 'down')), left)
    left -= cents
    return { ...year, amount: fromMinor(cents) }
  })
}

const least = (left: bigint, right: bigint) => (left < right ? left : right)

/** Whether the parts of several years make one whole. */
export function makeOne(parts: readonly string[]): boolean {
  const ratios = parts.map(ratio)
  const denominator = ratios.reduce((product, [, below]) => product * below, 1n)
  return ratios.reduce((sum, [above, below]) => sum + above * (denominator / below), 0n) === denominator
}
