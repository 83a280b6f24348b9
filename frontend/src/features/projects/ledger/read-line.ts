import type { LedgerLine } from '@/api/types'

/** What lines of every kind may hold; a line that lacks it has none, and a newer one may hold more. */
type Read = {
  amount: string | null
  organization: string | null
  totals: { goal: string; ceilings: string; waiting: string } | null
}

const text = (value: unknown) => (typeof value === 'string' ? value : null)

export function readLine({ data }: Pick<LedgerLine, 'data'>): Read {
  const { amount, organization, totals } = data as Record<string, unknown>
  const { goal, ceilings, waiting } = (totals ?? {}) as Record<string, unknown>
  const sums = [goal, ceilings, waiting].map(text)
  return {
    amount: text(amount),
    organization: text(organization),
    totals: sums[0] && sums[1] && sums[2] ? { goal: sums[0], ceilings: sums[1], waiting: sums[2] } : null,
  }
}
