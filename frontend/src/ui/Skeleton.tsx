import { Trans } from '@lingui/react/macro'
import { classes } from '@/lib/classes'

/** The shape of what is coming, in the rhythm it will have. */
export function Skeleton({ className }: { className?: string }) {
  return <span className={classes('block motion-safe:animate-pulse rounded-sm bg-line', className)} />
}

/** A page that is on its way: heading, a line, a table. */
export function PageSkeleton() {
  return (
    <div className="wrap grid gap-10 pt-10" data-loading>
      <h1 className="sr-only">
        <Trans>Loading…</Trans>
      </h1>
      <div className="grid gap-3">
        <Skeleton className="h-4 w-32" />
        <Skeleton className="h-9 w-full max-w-80" />
        <Skeleton className="h-4 w-full max-w-120" />
      </div>
      <RowsSkeleton />
    </div>
  )
}

export function RowsSkeleton({ rows = 5 }: { rows?: number }) {
  return (
    <div className="grid">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a skeleton have no other identity
        <div key={row} className="grid grid-cols-[1.75rem_2fr_1fr_1fr] items-center gap-4 border-b border-line py-3.5">
          <Skeleton className="size-7" />
          <Skeleton className="h-4 w-4/5" />
          <Skeleton className="h-4 w-2/3" />
          <Skeleton className="h-4 w-1/2" />
        </div>
      ))}
    </div>
  )
}
