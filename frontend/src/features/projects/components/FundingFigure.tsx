import { Trans, useLingui } from '@lingui/react/macro'
import type { ProjectDetail } from '@/api/types'
import { formatLocale } from '@/lib/locale'
import { formatMoneyRange, isZero, less, sum } from '@/lib/money'
import { CertaintyBar } from '@/ui/funding/CertaintyBar'
import { CertaintyTable } from '@/ui/funding/CertaintyTable'
import { Money } from '@/ui/Money'

/** Five seconds: the figure, the bar it comes from, and the table that says the same in words. */
export function FundingFigure({ project }: { project: ProjectDetail }) {
  const { t } = useLingui()
  const { goal, goal_low, goal_high, pledged } = project
  if (!goal) return goal_low && goal_high ? <GoalRange low={goal_low} high={goal_high} /> : null

  return (
    <section aria-label={t`Funding`} className="grid gap-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <span className="text-muted">
          <b className="font-head text-2xl tracking-[-0.025em]">
            <Money amount={pledged} cents={false} />
          </b>{' '}
          <Trans>
            counted of <Money amount={goal} cents={false} bare />
          </Trans>
        </span>
        <Ready project={project} goal={goal} />
      </p>
      <CertaintyBar {...project} goal={goal} size="large" decorative />
      <div className="mt-1">
        <CertaintyTable {...project} goal={goal} caption={t`The bar as text: amounts by certainty`} />
      </div>
    </section>
  )
}

/** What stands behind the figure and is not in it: pledges that wait, ceilings above the goal. */
function Ready({
  project: { waiting, ceilings, mode, funding, remaining },
  goal,
}: {
  project: ProjectDetail
  goal: string
}) {
  const offered = sum([ceilings, waiting])
  const over = less(ceilings, goal)
  return (
    <span className="text-ui text-muted">
      {!isZero(waiting) ? (
        <Trans>
          <Money amount={offered} cents={false} /> stands ready if all that waits wakes
        </Trans>
      ) : mode === 'shared' && funding === 'open' && !isZero(over) ? (
        <Trans>
          Ceilings come to <Money amount={ceilings} cents={false} />
        </Trans>
      ) : (
        !isZero(remaining) && (
          <Trans>
            <Money amount={remaining} cents={false} /> to go
          </Trans>
        )
      )}
    </span>
  )
}

/** A candidate takes no money; all there is is what it may cost. */
function GoalRange({ low, high }: { low: string; high: string }) {
  const { t, i18n } = useLingui()
  return (
    <section aria-label={t`Funding`} className="grid gap-1">
      <p className="text-muted">
        <b className="font-head text-2xl tracking-[-0.025em]">
          {formatMoneyRange(low, high, formatLocale(i18n.locale))}
        </b>
      </p>
      <p className="text-ui text-muted">
        <Trans>What it will probably cost. The goal is firm once it opens for pledges.</Trans>
      </p>
    </section>
  )
}
