import type { ReactNode } from 'react'

/** The one sentence of a page that matters most. */
export function Callout({ children }: { children: ReactNode }) {
  return (
    <div className="grid max-w-prose gap-1 rounded-r-md border-l-3 border-accent bg-tint px-5 py-4 text-ui text-ink">
      {children}
    </div>
  )
}
