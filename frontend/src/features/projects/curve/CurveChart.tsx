import { Trans, useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import type { ProgressPoint } from '@/api/types'
import { formatDate } from '@/lib/dates'
import { formatLocale } from '@/lib/locale'
import { formatAmount, isZero } from '@/lib/money'
import { Hatch } from '@/ui/funding/Hatch'
import { margin, plot, withWaiting } from './curve'
import { EndLabels } from './EndLabels'

type Props = {
  points: readonly ProgressPoint[]
  today: string
  until: string
  width: number
  /** The sentence that says what the picture shows. */
  label: string
}

const height = 300

/** The steps a project took, the goal it takes them to, and where it stands today. */
export function CurveChart({ points, today, until, width, label }: Props) {
  const { i18n } = useLingui()
  const hatch = useId()
  const locale = formatLocale(i18n.locale)
  const { steps, ticks, now, right, bottom, path, area, goal, y } = plot({ points, today, until, width, height })
  const last = points.at(-1)
  const waited = points.some(({ waiting }) => !isZero(waiting))
  const above = points.some(({ ceilings, pledged }) => ceilings !== pledged)
  const amount = (value: string) => formatAmount(value, locale, { cents: false })

  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
      className="keep-colour block h-auto max-w-full overflow-visible fill-muted text-2xs"
    >
      <defs>
        <Hatch id={hatch} />
      </defs>
      {steps.map((step) => (
        <g key={step.amount}>
          <path d={`M${margin.left} ${step.y}H${right}`} className="stroke-line" />
          <text x={margin.left - 10} y={step.y + 4} textAnchor="end">
            {amount(step.amount)}
          </text>
        </g>
      ))}
      {waited && (
        <>
          <path d={area(withWaiting)} fill={`url(#${hatch})`} />
          <path d={path(withWaiting)} className="fill-none stroke-c-waiting" strokeWidth="1.25" />
        </>
      )}
      {above && (
        <path d={path(({ ceilings }) => ceilings)} className="fill-none stroke-line-strong" strokeDasharray="4 3" />
      )}
      <path d={area(({ pledged }) => pledged)} className="fill-c-pledged" />
      <path d={area(({ signed }) => signed)} className="fill-c-signed" />
      <path d={`M${margin.left} ${bottom}H${right}`} className="stroke-line-strong" />
      {ticks.map((tick) => (
        <g key={tick.day}>
          <path d={`M${tick.x} ${bottom}v5`} className="stroke-line-strong" />
          <text x={tick.x} y={bottom + 22} textAnchor={tick.anchor}>
            {formatDate(tick.day, locale, 'short').replace(/\s*(de )?\d{4}$/, '')}
          </text>
        </g>
      ))}
      <path d={goal} className="fill-none stroke-ink" strokeWidth="1.5" />
      {last?.goal && (
        <text x={margin.left + 6} y={y(points[0]?.goal ?? last.goal) - 7} className="fill-ink font-semibold">
          <Trans>Goal {amount(last.goal)}</Trans>
        </text>
      )}
      {today < until && (
        <path d={`M${now} ${margin.top - 8}V${bottom}`} className="stroke-line-strong" strokeDasharray="2 3" />
      )}
      {last && <EndLabels point={last} x={now + 8} y={y} />}
    </svg>
  )
}
