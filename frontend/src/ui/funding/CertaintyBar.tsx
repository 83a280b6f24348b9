import { useLingui } from '@lingui/react/macro'
import { type Standing, visibleParts } from '@/lib/certainty'
import { classes } from '@/lib/classes'
import { listFormat } from '@/lib/intl'
import { formatLocale } from '@/lib/locale'
import { formatAmount, formatMoney, toMinor } from '@/lib/money'
import { amountInWords, certaintyFills } from './certainty-words'

const sizes = {
  /** In lists. */
  small: 'h-2.5 rounded-[3px]',
  /** For totals. */
  medium: 'h-4 rounded-sm',
  /** On the project's own page. */
  large: 'h-9 rounded-sm',
}

type Props = Standing & {
  size?: keyof typeof sizes
  /** Where a legend or a table beside it says the same, so that nobody hears it twice. */
  decorative?: boolean
}

/** How much of a goal is there, and how certainly: one bar, in one order, wherever money stands. */
export function CertaintyBar({ size = 'small', decorative = false, ...standing }: Props) {
  const { t, i18n } = useLingui()
  const parts = visibleParts(standing)
  const locale = formatLocale(i18n.locale)
  const read = parts.map(({ certainty, amount }) =>
    amountInWords(certainty, formatAmount(amount, locale, { cents: false })),
  )
  const list = listFormat(locale, { type: 'unit' }).format(read)
  const whole = standing.goal && formatMoney(standing.goal, locale, { cents: false })
  const label = whole ? t`Of ${whole}: ${list}` : list || t`Nothing is pledged yet`

  return (
    <div
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
      className={classes('keep-colour flex gap-0.5 overflow-hidden', sizes[size], parts.length === 0 && 'bg-c-open')}
    >
      {parts.map(({ certainty, amount }) => (
        <span
          key={certainty}
          className={classes('min-w-[3px] basis-0 transition-[flex-grow] duration-(--slow)', certaintyFills[certainty])}
          // A width, not a number to reckon with: the cents as they are, whatever their size.
          style={{ flexGrow: toMinor(amount).toString() }}
        />
      ))}
    </div>
  )
}
