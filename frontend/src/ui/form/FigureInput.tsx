import { useController, useFormContext } from 'react-hook-form'
import { type Figure, FigureBox } from './FigureBox'

/** A figure kept in the form. */
export function FigureInput({ name, ...figure }: Figure & { name: string }) {
  const { control } = useFormContext()
  const { field } = useController({ control, name })
  return <FigureBox {...figure} {...field} value={typeof field.value === 'string' ? field.value : ''} />
}
