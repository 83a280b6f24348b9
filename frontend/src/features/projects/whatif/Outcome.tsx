import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { explain } from '@/api/errors'
import { ApiError } from '@/api/problem'
import { simulationQuery } from '@/api/projects'
import type { ProjectDetail, Simulation } from '@/api/types'
import { classes } from '@/lib/classes'
import { isZero } from '@/lib/money'
import { Explanation } from '@/ui/funding/Explanation'
import { Money } from '@/ui/Money'
import { Skeleton } from '@/ui/Skeleton'
import { ShareLevels } from './ShareLevels'

/** What the server says would be; the answer before stays, paler, until the next is there. */
export function Outcome({ project, amount }: { project: ProjectDetail; amount: string | null }) {
  const { data, error, isPlaceholderData } = useQuery({
    ...simulationQuery(project.slug, { amount: amount ?? '0.00' }),
    enabled: amount !== null,
  })
  if (amount === null) {
    return (
      <p role="status" className="text-sm text-muted">
        <Trans>Write an amount to see what would follow.</Trans>
      </p>
    )
  }
  if (error) return <Refused error={error} />
  const shared = project.mode === 'shared' && project.funding === 'open'
  // As high as what comes, so that the way to a pledge below it stays where it is.
  if (!data) return <Skeleton className={shared ? 'h-72' : 'h-10.5'} />

  return (
    <div className={classes('grid gap-4 transition-opacity', isPlaceholderData && 'opacity-60')}>
      <div role="status" className="grid gap-1 text-sm text-ink">
        {shared ? <SharedOutcome simulation={data} /> : <FixedOutcome simulation={data} />}
      </div>
      {shared && <ShareLevels project={project} simulation={data} ceiling={amount} />}
    </div>
  )
}

function FixedOutcome({ simulation: { after, before, explanation } }: { simulation: Simulation }) {
  const completes = isZero(after.remaining)
  return (
    <>
      <Explanation explanation={explanation.filter(({ code }) => code === 'funds_project')} />
      <p>
        {completes ? (
          <Trans>
            It counts in full and takes all of the <Money amount={before.remaining} cents={false} /> still to go.
          </Trans>
        ) : (
          <Trans>
            It counts in full. <Money amount={after.remaining} cents={false} /> would still be to go.
          </Trans>
        )}
      </p>
    </>
  )
}

function SharedOutcome({ simulation }: { simulation: Simulation }) {
  const { after, before, shares, wakes, explanation } = simulation
  const own = shares.find((share) => share.own)?.after ?? '0.00'
  return (
    <>
      <p>
        <Trans>
          You would pay{' '}
          <b>
            <Money amount={own} cents={false} />
          </b>
          .
        </Trans>{' '}
        {after.covered && !before.covered && <Trans>The goal would be covered.</Trans>}{' '}
        {!after.covered && (
          <Trans>
            <Money amount={after.remaining} cents={false} /> would still be to go.
          </Trans>
        )}
      </p>
      {wakes.length > 0 && <Explanation explanation={explanation.filter(({ code }) => code === 'wakes')} />}
    </>
  )
}

/** A refusal is an answer, too: with the number it carries. */
function Refused({ error }: { error: unknown }) {
  const numbers = (error instanceof ApiError ? error.problem : null) as Record<string, unknown> | null
  const [remaining, minimum] = [numbers?.remaining, numbers?.minimum]
  return (
    <div role="status" className="grid gap-1 text-sm text-ink">
      <p>{explain(error)}</p>
      {typeof remaining === 'string' && (
        <p>
          <Trans>
            <Money amount={remaining} cents={false} /> is still to go.
          </Trans>
        </p>
      )}
      {typeof minimum === 'string' && (
        <p>
          <Trans>
            The smallest is <Money amount={minimum} cents={false} />.
          </Trans>
        </p>
      )}
    </div>
  )
}
