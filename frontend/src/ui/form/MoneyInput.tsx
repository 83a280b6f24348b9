import { formatAmount, parseAmount, settlementCurrency } from '@/lib/money'
import { FigureInput } from './FigureInput'

/** An amount, kept as a decimal string ("12500.00"). */
export function MoneyInput({ name }: { name: string }) {
  return (
    <FigureInput
      name={name}
      unit={settlementCurrency()}
      inputMode="decimal"
      parse={parseAmount}
      format={(value, locale) => formatAmount(value, locale)}
    />
  )
}
