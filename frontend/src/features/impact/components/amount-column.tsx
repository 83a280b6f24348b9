import { isZero, settlementCurrency, toMinor } from '@/lib/money'
import { Money } from '@/ui/Money'
import type { Column } from '@/ui/table'

/** A column of amounts: the currency in its head, so that it stands there once. */
export function amountColumn<Row>(key: string, head: string, amount: (row: Row) => string): Column<Row> {
  return {
    key,
    head: `${head}, ${settlementCurrency()}`,
    numeric: true,
    text: amount,
    order: (row) => toMinor(amount(row)),
    cell: (row) => (isZero(amount(row)) ? '–' : <Money amount={amount(row)} cents={false} bare />),
  }
}
