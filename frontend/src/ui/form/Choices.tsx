import { type ComponentProps, type ReactNode, useId } from 'react'
import { useFieldError } from './use-field-error'

export type Choice = { value: string; label: ReactNode; explanation?: ReactNode }

type Props = Omit<ComponentProps<'input'>, 'type'> & {
  name: string
  legend: ReactNode
  choices: readonly Choice[]
  /** One of them, or any number. */
  pick?: 'one' | 'many'
}

/** A few choices that need a sentence each: all visible, the chosen one tinted. */
export function Choices({ legend, choices, name, pick = 'one', ...register }: Props) {
  const id = useId()
  const error = useFieldError(name)

  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined} className="grid min-w-0 gap-1.5">
      <legend className="mb-1.5 text-sm font-medium text-ink">{legend}</legend>
      <div className="overflow-clip rounded-md border border-line-strong bg-surface">
        {choices.map(({ value, label, explanation }) => (
          <label
            key={value}
            className="flex gap-3 border-line px-4 py-2.5 text-ui leading-normal not-last:border-b has-checked:bg-tint"
          >
            <input
              type={pick === 'one' ? 'radio' : 'checkbox'}
              value={value}
              name={name}
              {...register}
              className="mt-0.5 size-4.5 shrink-0 accent-accent-fill"
            />
            <span className="text-ink">
              <span className="font-medium">{label}</span>
              {explanation && <span className="block text-sm text-muted">{explanation}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className="text-xs font-medium text-danger">
          {error}
        </p>
      )}
    </fieldset>
  )
}
