import type { ReactNode } from 'react'
import { classes } from '@/lib/classes'

const tones = {
  plain: 'bg-sunken text-muted ring-1 ring-line ring-inset',
  on: 'bg-tint text-accent',
  care: 'bg-caution text-on-caution',
  danger: 'border border-danger text-danger',
  good: 'border border-good text-good',
}

/** A state in a word or two; colour only repeats what the word says. */
export function Badge({ tone = 'plain', children }: { tone?: keyof typeof tones; children: ReactNode }) {
  return (
    <span className={classes('inline-block rounded-sm px-2 text-2xs font-medium whitespace-nowrap', tones[tone])}>
      {children}
    </span>
  )
}
