import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { formatLocale } from '@/lib/locale'
import { formatAmount, parseAmount, settlementCurrency } from '@/lib/money'
import { useFieldProps } from './field-context'

/**
 * An amount as the reader writes it, kept in the form as a decimal string ("12500.00"), or "" for none.
 * What cannot be read stays as it was typed, for the form's rules to object to.
 */
export function MoneyInput({ name, disabled }: { name: string; disabled?: boolean }) {
  const { i18n } = useLingui()
  const locale = formatLocale(i18n.locale)
  const { control } = useFormContext()
  const { field } = useController({ control, name })
  const [typed, setTyped] = useState<string | null>(null)
  const value = typeof field.value === 'string' ? field.value : ''
  const settled = parseAmount(value, 'en') === value ? formatAmount(value, locale) : value

  return (
    <span className="flex min-h-10 items-center rounded-md border border-line-strong bg-surface focus-within:border-focus focus-within:outline-3 focus-within:outline-focus has-aria-invalid:border-danger">
      <span className="pl-3 text-ui whitespace-nowrap text-muted">{settlementCurrency()}</span>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        {...useFieldProps()}
        name={name}
        ref={field.ref}
        disabled={disabled}
        value={typed ?? settled}
        onChange={(event) => {
          setTyped(event.target.value)
          field.onChange(parseAmount(event.target.value, locale) ?? event.target.value.trim())
        }}
        onBlur={() => {
          setTyped(null)
          field.onBlur()
        }}
        className="w-full min-w-0 rounded-md bg-transparent px-3 py-1.5 text-right text-ui font-medium text-ink outline-none"
      />
    </span>
  )
}
