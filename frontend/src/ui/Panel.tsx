import type { ReactNode } from 'react'
import { classes } from '@/lib/classes'

/** A box, which means: you can act here. */
export function Panel({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div className={classes('rounded-lg border border-line bg-surface p-4 shadow-panel sm:p-6', className)}>
      {children}
    </div>
  )
}
