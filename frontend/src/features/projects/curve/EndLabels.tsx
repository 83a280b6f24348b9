import { useLingui } from '@lingui/react/macro'
import type { ProgressPoint } from '@/api/types'
import { formatLocale } from '@/lib/locale'
import { formatAmount, isZero, toMinor } from '@/lib/money'
import { withWaiting } from './curve'

type Props = { point: ProgressPoint; x: number; y: (amount: string) => number }

const apart = 34
/** How near a word may come to the line of the goal before it stands below it. */
const near = 12
/** How far above the bottom the last of them stands, where the days are written below. */
const above = 20

/** What the steps have come to, in words at their ends, kept from standing on each other. */
export function EndLabels({ point, x, y }: Props) {
  const { t, i18n } = useLingui()
  const labels = [{ amount: point.pledged, words: t`counted` }]
  if (!isZero(point.waiting)) labels.unshift({ amount: withWaiting(point), words: t`if all wake` })
  if (toMinor(point.ceilings) > toMinor(point.pledged)) labels.unshift({ amount: point.ceilings, words: t`ceilings` })

  let free = 0
  const places = labels.map(({ amount }) => {
    const line = y(point.goal ?? amount)
    const at = Math.abs(y(amount) - line) < near ? line + 18 : y(amount) + 4
    const place = Math.max(at, free)
    free = place + apart
    return place
  })
  let limit = y('0.00') - above
  for (const [index, place] of [...places.entries()].reverse()) {
    places[index] = Math.min(place, limit)
    limit = Math.min(place, limit) - apart
  }

  return labels.map(({ amount, words }, index) => (
    <g key={words}>
      <text x={x} y={places[index]} className="fill-ink font-semibold">
        {formatAmount(amount, formatLocale(i18n.locale), { cents: false })}
      </text>
      <text x={x} y={(places[index] ?? 0) + 15}>
        {words}
      </text>
    </g>
  ))
}
