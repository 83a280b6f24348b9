import { formatAmount, parseAmount, settlementCurrency } from '@/lib/money'
import type { Figure } from './FigureBox'

/** An amount, kept as a decimal string ("12500.00"). */
export const moneyFigure = (): Figure => ({
  unit: settlementCurrency(),
  inputMode: 'decimal',
  parse: parseAmount,
  format: (value, locale) => formatAmount(value, locale),
})
