import { Plural, Trans } from '@lingui/react/macro'
import type { ProjectDetail } from '@/api/types'
import { CalendarDate } from '@/ui/DateTime'
import { FundingWord } from '@/ui/funding/FundingWord'
import { Money } from '@/ui/Money'

/** Where a project stands, in one line. */
export function ProjectFacts({ project }: { project: ProjectDetail }) {
  const { goal, goal_low, goal_high, pledged, pledge_by, followers, queue_position, opened_at } = project
  const { funded_at, closed_at } = project
  const whole = goal && <Money amount={goal} cents={false} />
  const low = goal_low && <Money amount={goal_low} cents={false} />
  const high = goal_high && <Money amount={goal_high} cents={false} />
  return (
    <p className="flex flex-wrap items-center gap-x-6 gap-y-1 text-ui text-muted">
      <FundingWord project={project} />
      {whole && (
        <span>
          {opened_at && !closed_at ? (
            <Trans>
              <b>
                <Money amount={pledged} cents={false} />
              </b>{' '}
              of {whole}
            </Trans>
          ) : (
            <Trans>Goal {whole}</Trans>
          )}
        </span>
      )}
      {!goal && low && (
        <span>
          <Trans>
            Goal {low} to {high}
          </Trans>
        </span>
      )}
      {pledge_by && !funded_at && !closed_at && (
        <span>
          <Trans>
            until <CalendarDate date={pledge_by} />
          </Trans>
        </span>
      )}
      {queue_position && (
        <span>
          <Trans>Number {queue_position} in the order of work</Trans>
        </span>
      )}
      {followers > 0 && (
        <span>
          <Plural value={followers} one="# follower" other="# followers" />
        </span>
      )}
    </p>
  )
}
