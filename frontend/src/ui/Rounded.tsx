import { useLingui } from '@lingui/react/macro'
import { numberFormat } from '@/lib/intl'
import { formatLocale } from '@/lib/locale'

/** A decimal of the API's ("56.9") as a whole number, rounded by `Intl` from the string. */
export function Rounded({ number }: { number: string }) {
  const { i18n } = useLingui()
  const format = numberFormat(formatLocale(i18n.locale), { maximumFractionDigits: 0 })
  return <data value={number}>{format.format(number as Intl.StringNumericLiteral)}</data>
}
