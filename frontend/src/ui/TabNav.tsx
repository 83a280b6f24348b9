import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** Links between the pages of one thing. The router marks the current one with `aria-current`. */
export function TabNav({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className="wrap print:hidden">
      <ul className="flex flex-wrap gap-x-6 border-b border-line">{children}</ul>
    </nav>
  )
}

type TabProps = { to: NonNullable<LinkProps['to']>; slug: string; exact?: boolean; children: ReactNode }

/** One of them: a page of the thing with this slug. */
export function Tab({ to, slug, exact = false, children }: TabProps) {
  return (
    <li>
      <Link
        to={to}
        params={{ slug }}
        activeOptions={{ exact }}
        className="-mb-px block border-b-2 border-transparent py-3 text-ui font-medium text-muted no-underline hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink"
      >
        {children}
      </Link>
    </li>
  )
}
