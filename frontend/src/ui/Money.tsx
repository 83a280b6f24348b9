import { useLingui } from '@lingui/react/macro'
import { formatLocale } from '@/lib/locale'
import { formatAmount, formatMoney } from '@/lib/money'

/** An amount with its currency; `bare` in a column whose head names it, `cents={false}` in a sentence. */
export function Money({ amount, cents = true, bare = false }: { amount: string; cents?: boolean; bare?: boolean }) {
  const { i18n } = useLingui()
  const locale = formatLocale(i18n.locale)
  return (
    <data value={amount} className="whitespace-nowrap">
      {bare ? formatAmount(amount, locale, { cents }) : formatMoney(amount, locale, { cents })}
    </data>
  )
}
