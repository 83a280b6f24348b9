/** The front door: what 2i2c will build next, what it costs, and who pays for it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { Needs } from '@/api/prefetch'
import { projectsQuery } from '@/api/projects'
import { statsQuery } from '@/api/stats'
import { ErrorState } from '@/ui/ErrorState'
import { useTitle } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'
import { fitting } from '../board'
import { Board } from '../components/Board'
import { BoardSkeleton } from '../components/BoardSkeleton'
import { Closed } from '../components/Closed'
import { Filters } from '../components/Filters'
import { Network } from '../components/Network'
import { Shown } from '../components/Shown'

/** Everything is on one board, so filters look at what is here and need no other answer. */
const everything = projectsQuery()

/** Waited for only as long as it takes to read what came with the page: the board has a shape of its own until then. */
export async function load({ queryClient }: Needs) {
  const answers = Promise.all([queryClient.prefetchQuery(everything), queryClient.prefetchQuery(statsQuery)])
  await Promise.race([answers, new Promise((resolve) => setTimeout(resolve, 50))])
}

/** What nobody waits for when the page opens: the stream, and what stands below the first screen. */
const LiveNews = lazy(() => import('../components/LiveNews'))
const HowSharingWorks = lazy(() => import('../components/HowItWorks'))

const route = getRouteApi('/')

export default function RoadmapPage() {
  const { t } = useLingui()
  useTitle(t`Roadmap`)
  const view = route.useSearch()
  const { data: projects, error, refetch } = useQuery(everything)
  if (error && !projects) return <ErrorState error={error} onRetry={() => void refetch()} />

  const shown = fitting(projects ?? [], view)
  const filtered = Boolean(view.q || view.theme || view.narrative || view.funding)
  return (
    <div className="wrap">
      <header className="grid gap-6 pt-8 pb-8 sm:pt-12">
        <h1 tabIndex={-1} className="max-w-[24ch] text-3xl">
          <Trans>Communities pay for the 2i2c roadmap together.</Trans>
        </h1>
        <Network />
      </header>
      <Suspense>
        <LiveNews />
      </Suspense>
      <Filters view={view} projects={projects ?? []} />
      {projects ? (
        <>
          <Shown view={view} shown={shown.length} projects={projects} />
          {view.funding === 'closed' ? (
            <Closed projects={shown} sort={view.sort ?? 'newest'} />
          ) : (
            <Board projects={shown} sort={view.sort ?? 'almost_there'} filtered={filtered}>
              <How />
            </Board>
          )}
        </>
      ) : (
        <BoardSkeleton />
      )}
    </div>
  )
}

function How() {
  return (
    <section aria-labelledby="how" className="grid gap-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h2 id="how" className="text-lg">
          <Trans>How a shared item gets cheaper for everyone</Trans>
        </h2>
        <Link to="/membership" className="text-sm">
          <Trans>How co-funding works</Trans>
        </Link>
      </div>
      <Suspense fallback={<Skeleton className="h-52 w-full" />}>
        <HowSharingWorks />
      </Suspense>
    </section>
  )
}
