import { useLingui } from '@lingui/react/macro'
import { type ComponentProps, useState } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { formatLocale } from '@/lib/locale'
import { useFieldProps } from './field-context'

type Props = Pick<ComponentProps<'input'>, 'inputMode' | 'placeholder'> & {
  name: string
  /** What stands before it. */
  unit?: string
  /** What was typed as the API takes it; `null` where it cannot be read. */
  parse: (typed: string, locale: string) => string | null
  format: (value: string, locale: string) => string
}

/**
 * A figure as the reader writes it, kept in the form as the API takes it, or "" for none. What cannot be read stays as
 * it was typed, for the form's rules to object to.
 */
export function FigureInput({ name, unit, parse, format, ...props }: Props) {
  const { i18n } = useLingui()
  const locale = formatLocale(i18n.locale)
  const { control } = useFormContext()
  const { field } = useController({ control, name })
  const [typed, setTyped] = useState<string | null>(null)
  const value = typeof field.value === 'string' ? field.value : ''
  const settled = parse(value, 'en') === value ? format(value, locale) : value

  return (
    <span className="flex min-h-10 items-center rounded-md border border-line-strong bg-surface focus-within:border-focus focus-within:outline-3 focus-within:outline-focus has-aria-invalid:border-danger">
      {unit && <span className="pl-3 text-ui whitespace-nowrap text-muted">{unit}</span>}
      <input
        type="text"
        autoComplete="off"
        {...props}
        {...useFieldProps()}
        name={name}
        ref={field.ref}
        value={typed ?? settled}
        onChange={(event) => {
          setTyped(event.target.value)
          field.onChange(parse(event.target.value, locale) ?? event.target.value.trim())
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
