import { FigureInput } from './FigureInput'
import { moneyFigure } from './money-figure'

export function MoneyInput({ name }: { name: string }) {
  return <FigureInput name={name} {...moneyFigure()} />
}
