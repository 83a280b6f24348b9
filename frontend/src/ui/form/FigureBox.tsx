import { useLingui } from '@lingui/react/macro'
import { type ComponentProps, type Ref, useState } from 'react'
import { formatLocale } from '@/lib/locale'
import { useFieldProps } from './field-context'

/** How a figure is written and read. */
export type Figure = Pick<ComponentProps<'input'>, 'inputMode' | 'placeholder'> & {
  /** What stands before it. */
  unit?: string
  /** What was typed as the API takes it; `null` where it cannot be read. */
  parse: (typed: string, locale: string) => string | null
  format: (value: string, locale: string) => string
}

type Props = Figure &
  Pick<ComponentProps<'input'>, 'id' | 'name' | 'onBlur'> & {
    ref?: Ref<HTMLInputElement>
    value: string
    onChange: (value: string) => void
  }

/**
 * A figure as the reader writes it, handed on as the API takes it, or "" for none. What cannot be read stays as it was
 * typed, for whoever asked to object to.
 */
export function FigureBox({ unit, parse, format, value, onChange, onBlur, ...props }: Props) {
  const { i18n } = useLingui()
  const locale = formatLocale(i18n.locale)
  const [typed, setTyped] = useState<string | null>(null)
  const settled = parse(value, 'en') === value ? format(value, locale) : value

  return (
    <span className="flex min-h-10 items-center rounded-md border border-line-strong bg-surface focus-within:border-focus focus-within:outline-3 focus-within:outline-focus has-aria-invalid:border-danger">
      {unit && <span className="pl-3 text-ui whitespace-nowrap text-muted">{unit}</span>}
      <input
        type="text"
        autoComplete="off"
        {...useFieldProps()}
        {...props}
        value={typed ?? settled}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(parse(event.target.value, locale) ?? event.target.value.trim())
        }}
        onBlur={(event) => {
          setTyped(null)
          onBlur?.(event)
        }}
        className="w-full min-w-0 rounded-md bg-transparent px-3 py-1.5 text-right text-ui font-medium text-ink outline-none"
      />
    </span>
  )
}
