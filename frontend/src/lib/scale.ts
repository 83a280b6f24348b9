import { toMinor } from './money'

/**
 * Where an amount lies on a drawn line of the given length. The only place where an amount becomes a number, and only
 * as a place on the screen: nothing that is read or sent may come from here.
 */
export function along(amount: string, whole: string, length: number): number {
  const [part, all] = [toMinor(amount), toMinor(whole)]
  if (all === 0n) return 0
  return (Number((part * 10_000n) / all) / 10_000) * length
}

/** Steps of an axis from nothing to at least the given amount: round figures, three to six of them. */
export function axisSteps(most: string): string[] {
  const highest = toMinor(most)
  if (highest === 0n) return ['0.00']
  let step = 100n
  for (let factor = 0; highest > step * 5n; factor += 1) step = (step * (factor % 3 === 1 ? 5n : 4n)) / 2n
  const count = (highest + step - 1n) / step
  return Array.from({ length: Number(count) + 1 }, (_, index) => `${(BigInt(index) * step) / 100n}.00`)
}
