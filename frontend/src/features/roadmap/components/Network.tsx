import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { statsQuery } from '@/api/stats'
import type { Stats as Numbers } from '@/api/types'
import { CertaintyBar } from '@/ui/funding/CertaintyBar'
import { CertaintyLegend } from '@/ui/funding/CertaintyLegend'
import { Money } from '@/ui/Money'
import { Rounded } from '@/ui/Rounded'
import { Skeleton } from '@/ui/Skeleton'
import { Stat, Stats } from '@/ui/Stat'

/** What all of it comes to: the whole network's figures, and their bar. */
export function Network() {
  const { data: stats, isError } = useQuery(statsQuery)
  // The board below says that there is no answer, and how to ask again.
  if (isError && !stats) return null

  return (
    <>
      <div className="grid items-center gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_auto]">
        <p className="max-w-[58ch] text-lg">
          <Trans>
            Each item has a price. Pledge a part of it, alone or in a coalition. Nothing is owed until it is fully
            funded and you have signed.
          </Trans>
        </p>
        {stats ? <Figures stats={stats} /> : <FiguresSkeleton />}
      </div>
      <div className="grid gap-3">
        {stats ? (
          <>
            <CertaintyBar {...stats.totals} size="medium" decorative />
            <CertaintyLegend {...stats.totals} />
          </>
        ) : (
          <>
            <Skeleton className="h-4 w-full" />
            <Skeleton className="h-18.75 w-full max-w-120 sm:h-5.25" />
          </>
        )}
      </div>
    </>
  )
}

function Figures({ stats: { totals, median_days_to_fund } }: { stats: Numbers }) {
  // What was closed is no longer asked for.
  const { closed: _, ...states } = totals.projects
  const all = Object.values(states).reduce((sum, count) => sum + count, 0)
  return (
    <Stats>
      <Stat
        label={
          <Trans>
            counted, of <Money amount={totals.goal} cents={false} bare />
          </Trans>
        }
      >
        <Money amount={totals.pledged} cents={false} />
      </Stat>
      <Stat label={<Trans>items funded</Trans>}>
        <Trans>
          {states.funded} of {all}
        </Trans>
      </Stat>
      {median_days_to_fund && (
        <Stat label={<Trans>days to funded, median</Trans>}>
          <Rounded number={median_days_to_fund} />
        </Stat>
      )}
    </Stats>
  )
}

function FiguresSkeleton() {
  return (
    <div className="flex h-27 flex-wrap content-start gap-8 sm:h-12.5">
      <Skeleton className="h-11 w-36" />
      <Skeleton className="h-11 w-20" />
      <Skeleton className="h-11 w-28" />
    </div>
  )
}
