import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { formatFraction, parseFraction } from '@/lib/fraction'
import { formatLocale } from '@/lib/locale'
import { useFieldProps } from './field-context'

/**
 * A part of the goal as the reader writes it ("1/3", "12.5 %"), kept in the form as the API takes it ("1/3", "0.125"),
 * or "" for none. What cannot be read stays as it was typed, for the form's rules to object to.
 */
export function FractionInput({ name, disabled }: { name: string; disabled?: boolean }) {
  const { t, i18n } = useLingui()
  const locale = formatLocale(i18n.locale)
  const { control } = useFormContext()
  const { field } = useController({ control, name })
  const [typed, setTyped] = useState<string | null>(null)
  const value = typeof field.value === 'string' ? field.value : ''
  const settled = parseFraction(value, 'en') === value ? formatFraction(value, locale) : value

  return (
    <input
      type="text"
      autoComplete="off"
      placeholder={t`1/3 or 25 %`}
      {...useFieldProps()}
      name={name}
      ref={field.ref}
      disabled={disabled}
      value={typed ?? settled}
      onChange={(event) => {
        setTyped(event.target.value)
        field.onChange(parseFraction(event.target.value, locale) ?? event.target.value.trim())
      }}
      onBlur={() => {
        setTyped(null)
        field.onBlur()
      }}
      className="min-h-10 w-full min-w-0 rounded-md border border-line-strong bg-surface px-3 py-1.5 text-right text-ui font-medium text-ink focus-visible:rounded-md focus-visible:border-focus focus-visible:outline-offset-0 disabled:bg-sunken disabled:text-muted aria-invalid:border-danger"
    />
  )
}
