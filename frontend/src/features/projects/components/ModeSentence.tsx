import { Trans } from '@lingui/react/macro'
import type { ProjectDetail } from '@/api/types'
import { Money } from '@/ui/Money'

/** How money adds up here, in one sentence with this project's numbers. */
export function ModeSentence({ project }: { project: ProjectDetail }) {
  const { mode, funding, goal, ceilings, level, minimum_pledge, remaining } = project
  if (!goal) return <Undecided mode={mode} />
  if (mode === 'fixed') {
    return funding === 'open' ? (
      <Trans>
        Each pledge counts in full, first come, until <Money amount={goal} cents={false} /> is reached;{' '}
        <Money amount={remaining} cents={false} /> is left, from <Money amount={minimum_pledge} cents={false} /> on.
      </Trans>
    ) : (
      <Trans>
        Each pledge counts in full, first come, up to <Money amount={goal} cents={false} />.
      </Trans>
    )
  }
  if (funding === 'funded') {
    return (
      <Trans>
        The <Money amount={goal} cents={false} /> were shared: nobody bears more than their ceiling, the highest shares
        fell first, and what each bears is settled.
      </Trans>
    )
  }
  if (level) {
    return (
      <Trans>
        Ceilings of <Money amount={ceilings} cents={false} /> stand against a goal of{' '}
        <Money amount={goal} cents={false} />, so nobody bears more than <Money amount={level} cents={false} />, and
        whoever joins lowers that.
      </Trans>
    )
  }
  return (
    <Trans>
      Below <Money amount={goal} cents={false} /> everybody stands at their ceiling; once ceilings pass it, the highest
      shares fall first, and nobody’s share ever rises because another joins.
    </Trans>
  )
}

function Undecided({ mode }: { mode: ProjectDetail['mode'] }) {
  return mode === 'shared' ? (
    <Trans>
      It will be shared: everybody names the most they would bear, and once that passes the goal, the highest shares
      fall first.
    </Trans>
  ) : (
    <Trans>Each pledge will count in full, first come, until the goal is reached.</Trans>
  )
}
