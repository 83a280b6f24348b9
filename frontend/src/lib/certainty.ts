import { isZero, less, percentOf, sum } from './money'

/** How certain money is, most certain first. The order of every bar, legend and table. */
export const certainties = ['collected', 'signed', 'pledged', 'waiting', 'open', 'gap'] as const
export type Certainty = (typeof certainties)[number]

/** As the API counts: what is collected is part of what is signed, and that of what is pledged. */
export type Standing = {
  goal?: string | null
  pledged: string
  signed: string
  collected: string
  waiting?: string
  gap?: string
}

export type Part = { certainty: Certainty; amount: string; percent: string }

/** What a goal consists of, each cent once. Waiting pledges may offer more than is missing; nothing is then left to go. */
export function partsOf({ goal, pledged, signed, collected, waiting = '0.00', gap = '0.00' }: Standing): Part[] {
  const whole = goal ?? sum([pledged, waiting])
  const amounts: Record<Certainty, string> = {
    collected,
    signed: less(signed, collected),
    pledged: less(pledged, signed),
    waiting,
    open: less(whole, sum([pledged, waiting, gap])),
    gap,
  }
  return certainties.map((certainty) => ({
    certainty,
    amount: amounts[certainty],
    percent: percentOf(amounts[certainty], whole),
  }))
}

/** Those parts that are not nothing. */
export const visibleParts = (standing: Standing) => partsOf(standing).filter(({ amount }) => !isZero(amount))
