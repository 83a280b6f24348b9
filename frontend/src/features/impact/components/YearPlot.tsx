import { useLingui } from '@lingui/react/macro'
import type { YearStats } from '@/api/types'
import { visibleParts } from '@/lib/certainty'
import { formatLocale } from '@/lib/locale'
import { compareAmounts, formatAmount } from '@/lib/money'
import { along, axisSteps } from '@/lib/scale'

const height = 180
const width = 44
const step = 88
const left = 64
const fills: Record<string, string> = {
  collected: 'fill-c-collected',
  signed: 'fill-c-signed',
  pledged: 'fill-c-pledged',
}

/** What was funded in each year, the most certain part at the foot of its column. */
export function YearPlot({ years }: { years: readonly YearStats[] }) {
  const { i18n } = useLingui()
  const locale = formatLocale(i18n.locale)
  const most = years.reduce((highest, { funded }) => (compareAmounts(funded, highest) > 0 ? funded : highest), '0.00')
  const steps = axisSteps(most)
  const top = steps.at(-1) ?? most
  const right = left + Math.max(years.length, 3) * step
  const y = (amount: string) => 12 + height - along(amount, top, height)

  return (
    <svg
      viewBox={`0 0 ${right} ${height + 40}`}
      aria-hidden="true"
      className="keep-colour h-auto w-full text-2xs"
      style={{ maxWidth: `${right}px` }}
    >
      {steps.map((amount, index) => (
        <g key={amount}>
          <path d={`M${left} ${y(amount)}H${right}`} className={index === 0 ? 'stroke-line-strong' : 'stroke-line'} />
          <text x={left - 10} y={y(amount) + 4} textAnchor="end" className="fill-muted">
            {formatAmount(amount, locale, { cents: false })}
          </text>
        </g>
      ))}
      {years
        .toSorted((a, b) => a.year - b.year)
        .map((year, index) => (
          <YearColumn
            key={year.year}
            year={year}
            x={left + index * step + (step - width) / 2}
            top={top}
            foot={y('0.00')}
          />
        ))}
    </svg>
  )
}

function YearColumn({ year, x, top, foot }: { year: YearStats; x: number; top: string; foot: number }) {
  let y = foot
  return (
    <g>
      {visibleParts({ ...year, goal: year.funded, pledged: year.funded }).map(({ certainty, amount }) => {
        const tall = along(amount, top, height)
        y -= tall
        return (
          <rect key={certainty} x={x} y={y} width={width} height={Math.max(0, tall - 1)} className={fills[certainty]} />
        )
      })}
      <text x={x + width / 2} y={foot + 18} textAnchor="middle" className="fill-ink font-medium">
        {year.year}
      </text>
    </g>
  )
}
