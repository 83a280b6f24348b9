import { type FieldErrors, get, useFormContext, useFormState } from 'react-hook-form'

/** What is wrong with one field of the form around, if anything is. */
export function useFieldError(name: string): string | undefined {
  const { control } = useFormContext()
  const { errors }: { errors: FieldErrors } = useFormState({ control, name })
  const { message } = (get(errors, name) ?? {}) as { message?: unknown }
  return typeof message === 'string' ? message : undefined
}
