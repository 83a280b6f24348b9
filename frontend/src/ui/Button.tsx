import type { ComponentProps } from 'react'
import { classes } from '@/lib/classes'
import { type ButtonLook, type ButtonSize, buttonClass } from './button-class'

type Props = ComponentProps<'button'> & {
  look?: ButtonLook
  size?: ButtonSize
  /** Working on it: the button keeps its place and the focus, and ignores further presses. */
  busy?: boolean
}

export function Button({ look, size, busy = false, className, onClick, type = 'button', ...props }: Props) {
  return (
    <button
      type={type}
      className={classes(buttonClass(look, size), className)}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
      {...props}
    />
  )
}
