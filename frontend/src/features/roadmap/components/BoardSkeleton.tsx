import { Trans } from '@lingui/react/macro'
import { Skeleton } from '@/ui/Skeleton'

const cards = [3, 1, 1, 1]

/** The board on its way: columns and cards in the rhythm they will have. */
export function BoardSkeleton() {
  return (
    <div data-loading className="pt-14">
      <p role="status" className="sr-only">
        <Trans>Loading…</Trans>
      </p>
      <div className="grid items-start gap-x-4 gap-y-10 sm:grid-cols-2 lg:grid-cols-4">
        {cards.map((count, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns of a skeleton have no other identity
          <div key={column}>
            <div className="grid content-start gap-2 border-t-2 border-line py-4 lg:min-h-24">
              <Skeleton className="h-5 w-28" />
              <Skeleton className="h-3.5 w-44 max-w-full" />
            </div>
            <div className="grid gap-3">
              {Array.from({ length: count }, (_, card) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <CardSkeleton key={card} />
              ))}
            </div>
          </div>
        ))}
      </div>
    </div>
  )
}

function CardSkeleton() {
  return (
    <div className="grid gap-1.5 rounded-lg border border-line bg-surface p-4">
      <Skeleton className="my-1 h-3 w-2/5" />
      <Skeleton className="my-1 h-4 w-11/12" />
      <Skeleton className="mb-1 h-4 w-3/5" />
      <Skeleton className="my-0.75 h-3.5 w-full" />
      <Skeleton className="my-0.75 h-3.5 w-full" />
      <Skeleton className="mb-1 h-3.5 w-3/5" />
      <Skeleton className="mt-3 h-2.5 w-full" />
      <div className="flex justify-between py-1">
        <Skeleton className="h-4 w-2/5" />
        <Skeleton className="h-4 w-1/5" />
      </div>
      <Skeleton className="my-0.5 h-3 w-1/2" />
      <Skeleton className="my-0.5 h-3 w-2/5" />
    </div>
  )
}
