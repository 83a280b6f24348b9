import { Trans, useLingui } from '@lingui/react/macro'
import type { ProjectDetail } from '@/api/types'
import { formatRelative } from '@/lib/dates'
import { formatLocale } from '@/lib/locale'
import { FundingWord } from '@/ui/funding/FundingWord'
import { LastDay } from '@/ui/funding/LastDay'
import { modeWords } from '@/ui/funding/project-words'
import { Money } from '@/ui/Money'

/** State, mode, date and minimum: what one asks before reading on. */
export function ProjectFacts({ project }: { project: ProjectDetail }) {
  const { i18n } = useLingui()
  const { funding, mode, pledge_by, closes_at, minimum_pledge, visibility, time_zone } = project
  return (
    <p className="-mt-4 mb-8 flex flex-wrap items-center gap-x-6 gap-y-1 text-ui text-muted">
      <FundingWord project={project} />
      <span>{i18n._(modeWords[mode].name)}</span>
      {funding === 'open' && pledge_by && (
        <span title={time_zone}>
          <Trans>
            Closes{' '}
            <b className="font-medium">
              <LastDay project={project} />
            </b>
          </Trans>
          {closes_at && `, ${formatRelative(closes_at, formatLocale(i18n.locale))}`}
        </span>
      )}
      {funding === 'missed' && pledge_by && (
        <span>
          <Trans>
            Closed{' '}
            <b className="font-medium">
              <LastDay project={project} />
            </b>
          </Trans>
        </span>
      )}
      {funding === 'open' && (
        <span>
          <Trans>
            From{' '}
            <b className="font-medium">
              <Money amount={minimum_pledge} cents={false} />
            </b>
          </Trans>
        </span>
      )}
      {visibility === 'internal' && (
        <span>
          <Trans>Behind the scenes</Trans>
        </span>
      )}
    </p>
  )
}
