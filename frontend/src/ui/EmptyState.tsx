import type { ReactNode } from 'react'

/** Nothing here yet: says what would be, and how to begin. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="grid justify-items-start gap-2 border-y border-line py-8">
      <p className="font-medium text-ink">{title}</p>
      {children && <p className="max-w-prose text-ui text-muted">{children}</p>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  )
}
