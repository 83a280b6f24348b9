import { Trans, useLingui } from '@lingui/react/macro'
import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { projectQuery } from '@/api/projects'
import type { BudgetFit } from '@/api/types'
import { buttonClass } from '@/ui/button-class'
import { DateTime } from '@/ui/DateTime'
import { CertaintyBar } from '@/ui/funding/CertaintyBar'
import { Money } from '@/ui/Money'

/** Projects that one pledge within the year would complete, the soonest to close first. */
export function WithinReach({ fits, organization }: { fits: readonly BudgetFit[]; organization: string }) {
  const { t } = useLingui()
  const projects = useQueries({ queries: fits.map(({ slug }) => projectQuery(slug, organization)) })
  return (
    <ul className="grid" aria-label={t`Projects within reach`}>
      {fits.map(({ slug, title, mode, remaining, closes_at }, index) => {
        const project = projects[index]?.data
        return (
          <li
            key={slug}
            className="grid gap-x-8 gap-y-2 border-t border-line py-4 last:border-b sm:grid-cols-[minmax(0,1.4fr)_10rem_minmax(0,1fr)_6rem] sm:items-center"
          >
            <div className="grid gap-0.5">
              <Link to="/projects/$slug" params={{ slug }} className="w-fit font-medium">
                {title}
              </Link>
              <span className="text-sm text-muted">
                <Trans>
                  closes <DateTime at={closes_at} as="ago" />
                </Trans>
              </span>
            </div>
            {project ? <CertaintyBar {...project} /> : <span />}
            <p className="text-sm">
              <b>
                <Money amount={remaining} cents={false} />
              </b>{' '}
              {mode === 'shared' ? <Trans>at most, and the goal is covered</Trans> : <Trans>and it is funded</Trans>}
            </p>
            <span className="sm:text-right">
              {project?.can.pledge.ok && (
                <Link
                  to="/projects/$slug/pledge"
                  params={{ slug }}
                  className={buttonClass('plain', 'small')}
                  aria-label={t`Pledge to ${title}`}
                >
                  <Trans>Pledge</Trans>
                </Link>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
