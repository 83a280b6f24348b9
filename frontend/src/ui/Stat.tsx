import type { ReactNode } from 'react'

/** A few figures beside each other, each with what it counts below it. */
export function Stats({ children }: { children: ReactNode }) {
  return <dl className="flex flex-wrap gap-x-8 gap-y-4 max-sm:grid max-sm:grid-cols-2">{children}</dl>
}

/** One figure. The label follows in sight and goes before in reading order. */
export function Stat({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-col-reverse justify-end gap-0.5 border-l border-line pl-4 max-sm:border-0 max-sm:pl-0">
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="font-head text-[1.5rem] leading-tight font-semibold tracking-[-0.02em] text-ink max-sm:text-[1.25rem]">
        {children}
      </dd>
    </div>
  )
}
