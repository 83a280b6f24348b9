import { Trans } from '@lingui/react/macro'
import { type ReactNode, useId } from 'react'
import { FieldContext } from './field-context'
import { useFieldError } from './use-field-error'

type Props = {
  /** The field's name in the form; its error, from here or from the API, appears below the control. */
  name: string
  label: ReactNode
  help?: ReactNode
  optional?: boolean
  children: ReactNode
}

/** A label, one control, and what helps with it. */
export function Field({ name, label, help, optional = false, children }: Props) {
  const id = useId()
  const error = useFieldError(name)
  const described = [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ')

  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={id} className="text-sm font-medium text-ink">
        {label}
        {optional && (
          <span className="font-normal text-muted">
            {' '}
            <Trans>(optional)</Trans>
          </span>
        )}
      </label>
      <FieldContext
        value={{
          id,
          ...(described && { 'aria-describedby': described }),
          ...(error && { 'aria-invalid': true as const }),
        }}
      >
        {children}
      </FieldContext>
      {error && (
        <p id={`${id}-error`} className="text-xs font-medium text-danger">
          {error}
        </p>
      )}
      {help && (
        <p id={`${id}-help`} className="text-xs text-muted">
          {help}
        </p>
      )}
    </div>
  )
}
