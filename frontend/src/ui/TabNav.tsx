import type { ReactNode } from 'react'

/** Links between the pages of one thing. The router marks the current one with `aria-current`. */
export function TabNav({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className="wrap print:hidden">
      <ul className="flex flex-wrap gap-x-6 border-b border-line">{children}</ul>
    </nav>
  )
}

/** The look of one link inside. */
export const tabClass =
  '-mb-px block border-b-2 border-transparent py-3 text-ui font-medium text-muted no-underline hover:text-ink ' +
  'aria-[current=page]:border-accent aria-[current=page]:text-ink'
