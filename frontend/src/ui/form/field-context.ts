import { createContext, use } from 'react'

/** What a control needs from the field around it, so that label, help and error reach a screen reader. */
export type FieldProps = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

export const FieldContext = createContext<FieldProps | null>(null)

/** The field's attributes for its control; nothing outside a field. */
export function useFieldProps(): Partial<FieldProps> {
  return use(FieldContext) ?? {}
}
