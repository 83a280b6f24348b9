import { Plural, Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { simulationQuery } from '@/api/projects'
import type { Pledge } from '@/api/types'
import { Money } from '@/ui/Money'
import { Skeleton } from '@/ui/Skeleton'

/** What would be left without a pledge; the API works it out. */
export function WithoutIt({ pledge }: { pledge: Pledge }) {
  const counts = pledge.status !== 'requested'
  const { data, isPending } = useQuery({
    ...simulationQuery(pledge.project.slug, { withdraw: pledge.id }),
    enabled: counts,
  })
  if (!counts) return <Trans>It is a request that no lead has approved, so it holds nothing.</Trans>
  if (isPending) return <Skeleton className="my-1 h-4 w-72 max-w-full" />
  if (!data) return null
  const { before, after, sleeps } = data
  const [was, left, missing] = [before.pledged, after.pledged, after.remaining].map((amount) => (
    <Money key={amount} amount={amount} cents={false} />
  ))
  return (
    <>
      {before.pledged === after.pledged ? (
        <Trans>The goal stays covered; the others bear more.</Trans>
      ) : before.funding === 'funded' ? (
        <Trans>A gap of {missing} opens, for everybody to see. Nobody else’s share rises.</Trans>
      ) : (
        <Trans>
          Of {was} there is {left} left, and {missing} to go.
        </Trans>
      )}{' '}
      {sleeps.length > 0 && (
        <Plural
          value={sleeps.length}
          one="One other pledge falls back to waiting."
          other="# other pledges fall back to waiting."
        />
      )}
    </>
  )
}
