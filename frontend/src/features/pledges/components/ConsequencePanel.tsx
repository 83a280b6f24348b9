import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { projectPledgesQuery } from '@/api/projects'
import type { Project, Simulation } from '@/api/types'
import { compareAmounts, isZero } from '@/lib/money'
import { Explanation } from '@/ui/funding/Explanation'
import { LevelChart, type NamedColumn } from '@/ui/funding/LevelChart'
import { levelOf, type OwnPledge, sharesAfter } from '@/ui/funding/shares-after'
import { Money } from '@/ui/Money'
import { Panel } from '@/ui/Panel'
import { Skeleton } from '@/ui/Skeleton'
import { Refused } from '../forms/Refused'
import type { Consequence } from '../queries/use-consequence'
import { PledgeBar } from './PledgeBar'

type Props = {
  project: Project
  own: OwnPledge & { name: string }
  /** Whether the amount is a ceiling, of which one bears a share. */
  ceiling: boolean
  consequence: Consequence
  onTakeAmount: (amount: string, source: 'amount' | 'remaining') => void
}

/** What would be if this were sent now, as the API says it. */
export function ConsequencePanel({ project, own, ceiling, consequence, onTakeAmount }: Props) {
  const { simulation, refusal, moving } = consequence
  const waiting = moving && !simulation && !refusal

  return (
    <Panel className="grid gap-4">
      <h2 className="text-lg">
        <Trans>What your pledge does</Trans>
      </h2>
      {refusal ? (
        <Refused error={refusal} onTakeAmount={onTakeAmount} />
      ) : simulation ? (
        <Answer {...{ project, own, ceiling, simulation }} />
      ) : waiting ? (
        <div className="grid gap-3">
          <Skeleton className="h-7 w-40" />
          <Skeleton className="h-4 w-full" />
          <Skeleton className="h-32 w-full" />
        </div>
      ) : (
        <p className="text-ui text-muted">
          <Trans>Say how much, and this shows at once what it does to the project and to everybody’s share.</Trans>
        </p>
      )}
    </Panel>
  )
}

type AnswerProps = Pick<Props, 'project' | 'own' | 'ceiling'> & { simulation: Simulation }

function Answer({ project, own, ceiling, simulation }: AnswerProps) {
  const { t } = useLingui()
  const { data: who } = useQuery({ ...projectPledgesQuery(project.slug), enabled: ceiling })
  const { shares, requested, explanation } = simulation
  const mine = shares.find((change) => change.own)
  const columns = who ? bearing(sharesAfter(who.pledges, simulation, own, t`An institution`)) : []
  const waits = mine !== undefined && isZero(mine.after)

  return (
    <>
      {requested ? (
        <div className="grid gap-1" role="status">
          <p className="font-medium text-ink">
            <Trans>A lead will be asked first</Trans>
          </p>
          <p className="text-sm">
            <Trans>
              This is above what you may pledge alone this year. A lead of {own.name} approves, lowers or declines it;
              until then it holds nothing.
            </Trans>
          </p>
        </div>
      ) : (
        mine && (
          <p className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4" role="status">
            <span className="text-sm">
              {waits ? <Trans>It would wait, and bear</Trans> : <Trans>You would pay</Trans>}
              {ceiling && (
                <span className="block text-muted">
                  <Trans>
                    and never above <Money amount={own.ceiling} cents={false} bare />
                  </Trans>
                </span>
              )}
            </span>
            <strong className="text-[1.375rem] leading-tight">
              <Money amount={mine.after} />
            </strong>
          </p>
        )
      )}
      {ceiling && columns.length > 0 ? (
        <LevelChart
          caption={t`Shares before and after your pledge`}
          columns={columns}
          level={levelOf(columns)}
          before={project.level ?? null}
        />
      ) : (
        !requested && <PledgeBar project={project} simulation={simulation} />
      )}
      {!requested && (
        <div className="grid gap-2 text-sm">
          <Explanation explanation={explanation} mode={project.mode} />
        </div>
      )}
    </>
  )
}

/** Those who bear something, now or then: who bears most now comes first, and you last. */
function bearing(columns: readonly NamedColumn[]): NamedColumn[] {
  const now = ({ was }: NamedColumn) => was ?? '0.00'
  const others = columns
    .filter(({ you, was, share }) => !you && (was || !isZero(share)))
    .toSorted((a, b) => compareAmounts(now(b), now(a)) || compareAmounts(b.ceiling, a.ceiling))
  return [...others, ...columns.filter(({ you }) => you)]
}
