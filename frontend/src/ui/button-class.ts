import { classes } from '@/lib/classes'

export type ButtonLook = 'plain' | 'primary' | 'destroy' | 'quiet'
export type ButtonSize = 'normal' | 'small' | 'wide'

const looks: Record<ButtonLook, string> = {
  plain: 'border-line-strong bg-surface text-ink hover:border-ink hover:bg-sunken hover:text-ink font-medium',
  primary:
    'border-accent-fill bg-accent-fill text-on-accent hover:border-accent-hover hover:bg-accent-hover hover:text-on-accent font-semibold',
  destroy:
    'border-danger bg-danger text-on-danger hover:border-danger-hover hover:bg-danger-hover hover:text-on-danger font-semibold',
  quiet: 'border-transparent bg-transparent text-accent hover:bg-sunken hover:text-accent-hover font-medium',
}

const sizes: Record<ButtonSize, string> = {
  normal: 'min-h-10 px-4 py-2 text-ui',
  small: 'min-h-8 px-3 py-1 text-sm',
  wide: 'min-h-11.5 w-full px-4 py-2 text-md',
}

/** The look of a button, also for links that act as one. */
export function buttonClass(look: ButtonLook = 'plain', size: ButtonSize = 'normal'): string {
  return classes(
    'inline-flex items-center justify-center gap-2 rounded-md border text-center leading-tight no-underline transition-colors',
    'aria-disabled:cursor-default aria-disabled:opacity-60 print:hidden',
    looks[look],
    sizes[size],
  )
}
