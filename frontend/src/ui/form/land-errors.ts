import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import { explainField } from '@/api/errors'
import { ApiError } from '@/api/problem'

/** "/billing/0/email" in the API is "billing.0.email" in the form. */
function fieldName(pointer: string): string {
  return pointer
    .replace(/^\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')
}

/**
 * Puts the API's field errors on their fields and focuses the first.
 * Answers whether all of the error found a field; what did not must be said above the form.
 */
export function landErrors<Values extends FieldValues, Out>(
  form: UseFormReturn<Values, unknown, Out>,
  error: unknown,
): boolean {
  if (!(error instanceof ApiError) || error.fields.length === 0) return false
  const known = Object.keys(form.getValues())
  let focused = false
  let allLanded = true
  for (const { pointer, code } of error.fields) {
    const name = fieldName(pointer)
    if (!known.includes(name.split('.')[0] ?? '')) {
      allLanded = false
      continue
    }
    form.setError(name as Path<Values>, { type: code, message: explainField(code) }, { shouldFocus: !focused })
    focused = true
  }
  return allLanded
}
