import { useLingui } from '@lingui/react/macro'
import { formatFraction, parseFraction } from '@/lib/fraction'
import { FigureInput } from './FigureInput'

/** A part of the goal: written "1/3" or "12.5 %", kept as "1/3" or "0.125". */
export function FractionInput({ name }: { name: string }) {
  const { t } = useLingui()
  return <FigureInput name={name} placeholder={t`1/3 or 25 %`} parse={parseFraction} format={formatFraction} />
}
