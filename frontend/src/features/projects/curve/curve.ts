import type { ProgressPoint } from '@/api/types'
import { compareAmounts, sum } from '@/lib/money'
import { along, axisSteps } from '@/lib/scale'

/** Pixels around the plot, for the words at its sides. */
export const margin = { top: 28, right: 8, bottom: 30, left: 60 }

/** How wide the words at the end of the steps are. */
const endWords = 84

const dayLength = 86_400_000
const dayNumber = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / dayLength)
const dayOf = (number: number) => new Date(number * dayLength).toISOString().slice(0, 10)

type Frame = {
  points: readonly ProgressPoint[]
  /** The day up to which things are known: the totals of the last point still stand then. */
  today: string
  /** Where the time axis ends, if that is later. */
  until: string
  width: number
  height: number
}

/** A date and its place on the axis; the first and the last of them stand at the edges. */
export type Tick = { day: string; x: number; anchor: 'start' | 'middle' | 'end' }

/** Where everything of the chart stands. Totals hold from one point to the next: steps, never slopes. */
export function plot({ points, today, until, width, height }: Frame) {
  const first = dayNumber(points[0]?.day ?? today)
  const known = Math.max(dayNumber(points.at(-1)?.day ?? today), dayNumber(today))
  const last = Math.max(known, dayNumber(until), first + 1)
  // What is still to come leaves room for the words; where nothing is, they need a margin.
  const ahead = ((last - known) / (last - first)) * (width - margin.left - margin.right)
  const right = width - margin.right - (ahead < endWords ? endWords : 0)
  const bottom = height - margin.bottom

  const steps = axisSteps(highest(points))
  const top = steps.at(-1) ?? '0.00'
  const y = (amount: string) => round(bottom - along(amount, top, bottom - margin.top))
  const x = (day: number) => round(margin.left + ((day - first) / (last - first)) * (right - margin.left))

  const line = (amountOf: (point: ProgressPoint) => string) =>
    points.map((point, index) => {
      const [at, height] = [x(dayNumber(point.day)), y(amountOf(point))]
      return index === 0 ? `M${at} ${height}` : `H${at}V${height}`
    })
  const path = (amountOf: (point: ProgressPoint) => string) => `${line(amountOf).join('')}H${x(known)}`

  return {
    right,
    bottom,
    steps: steps.map((amount) => ({ amount, y: y(amount) })),
    ticks: ticks(first, last, x),
    now: x(known),
    y,
    path,
    /** The path closed along the axis, to be filled. */
    area: (amountOf: (point: ProgressPoint) => string) => `${path(amountOf)}V${bottom}H${x(first)}Z`,
    /** The goal, which may have fallen on the way. */
    goal: `${line(({ goal }) => goal ?? '0.00').join('')}H${right}`,
  }
}

/** What would count if all that waits did. */
export const withWaiting = ({ pledged, waiting }: ProgressPoint) => sum([pledged, waiting])

function highest(points: readonly ProgressPoint[]): string {
  const amounts = points.flatMap((point) => [point.goal ?? '0.00', point.ceilings, withWaiting(point)])
  return amounts.toSorted(compareAmounts).at(-1) ?? '0.00'
}

/** Both ends, and firsts of months between them that leave each other room. */
function ticks(first: number, last: number, x: (day: number) => number): Tick[] {
  const room = 64
  const found: Tick[] = [{ day: dayOf(first), x: x(first), anchor: 'start' }]
  const end: Tick = { day: dayOf(last), x: x(last), anchor: 'end' }
  let free = x(first) + room * 1.25
  for (let day = first + 1; day < last; day += 1) {
    const at = x(day)
    if (!dayOf(day).endsWith('-01') || at < free || at > end.x - room * 1.25) continue
    found.push({ day: dayOf(day), x: at, anchor: 'middle' })
    free = at + room
  }
  return [...found, end]
}

const round = (pixels: number) => Math.round(pixels * 10) / 10
