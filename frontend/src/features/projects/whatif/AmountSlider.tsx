import { useLingui } from '@lingui/react/macro'
import { formatLocale } from '@/lib/locale'
import { formatAmount, formatMoney } from '@/lib/money'
import { amountAt, type Range, stepAt, stepsOf } from './range'

type Props = { amount: string | null; range: Range; labelledBy: string; onChange: (amount: string) => void }

/** A native slider over steps, not over money: its value is a place, and the amount is reckoned from it in cents. */
export function AmountSlider({ amount, range, labelledBy, onChange }: Props) {
  const { i18n } = useLingui()
  const locale = formatLocale(i18n.locale)
  const steps = stepsOf(range)
  const at = stepAt(amount ?? range.least, range)
  if (steps === 0n) return null

  return (
    <div>
      <input
        type="range"
        min={0}
        max={steps.toString()}
        step={1}
        value={at.toString()}
        aria-labelledby={labelledBy}
        aria-valuetext={formatMoney(amount ?? range.least, locale, { cents: false })}
        onChange={(event) => onChange(amountAt(BigInt(event.target.value), range))}
        className="slider"
        style={{ '--at': `${(at * 100n) / steps}%` } as React.CSSProperties}
      />
      <p aria-hidden="true" className="flex justify-between text-xs text-muted">
        <span>{formatAmount(range.least, locale, { cents: false })}</span>
        <span>{formatAmount(range.most, locale, { cents: false })}</span>
      </p>
    </div>
  )
}
