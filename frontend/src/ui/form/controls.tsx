/** Native controls in the house's look. Inside a `Field` they take its id and its error by themselves. */
import type { ComponentProps } from 'react'
import { classes } from '@/lib/classes'
import { useFieldProps } from './field-context'

const box =
  'w-full min-w-0 min-h-10 rounded-md border border-line-strong bg-surface px-3 py-1.5 text-ui text-ink ' +
  'focus-visible:outline-offset-0 focus-visible:border-focus focus-visible:rounded-md aria-invalid:border-danger ' +
  'disabled:bg-sunken disabled:text-muted'

export function TextInput({ className, ...props }: ComponentProps<'input'>) {
  return <input type="text" {...useFieldProps()} {...props} className={classes(box, className)} />
}

/** A calendar date as `YYYY-MM-DD`; the browser's own picker knows the reader's habits. */
export function DateInput({ className, ...props }: ComponentProps<'input'>) {
  return <input type="date" {...useFieldProps()} {...props} className={classes(box, className)} />
}

export function TextArea({ className, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea rows={4} {...useFieldProps()} {...props} className={classes(box, 'resize-y leading-normal', className)} />
  )
}

export function Select({ className, ...props }: ComponentProps<'select'>) {
  return (
    <select {...useFieldProps()} {...props} className={classes(box, 'select-arrow appearance-none pr-8', className)} />
  )
}

export function Checkbox({ children, className, ...props }: ComponentProps<'input'>) {
  return (
    <label className={classes('flex items-start gap-3 text-ui leading-normal text-ink', className)}>
      <input type="checkbox" {...props} className="mt-0.5 size-4.5 shrink-0 accent-accent-fill" />
      <span>{children}</span>
    </label>
  )
}
