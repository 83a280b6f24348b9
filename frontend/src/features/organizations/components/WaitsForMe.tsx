import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { budgetQuery, organizationPledgesQuery } from '@/api/pledges'
import { isZero } from '@/lib/money'
import { CalendarDate } from '@/ui/DateTime'
import { Explanation } from '@/ui/funding/Explanation'
import { Money } from '@/ui/Money'
import { Section } from '@/ui/Page'
import { Requests } from './Requests'
import { rungOf } from './rungs'

/** For the organisation's own people, before anything else: what needs them, and what moves without them. */
export function WaitsForMe({ slug }: { slug: string }) {
  const { t } = useLingui()
  const { data: pledges } = useSuspenseQuery(organizationPledgesQuery(slug))
  const { data: budget } = useSuspenseQuery(budgetQuery(slug))
  const waiting = pledges.filter((pledge) => rungOf(pledge) === 'waiting')
  const [fit] = budget.fits
  const room = budget.left && !isZero(budget.left) ? budget.left : null
  const nothing = waiting.length === 0 && !pledges.some(({ status }) => status === 'requested') && !(room && fit)

  return (
    <Section title={t`What waits for you`}>
      <div className="grid gap-4">
        <Requests pledges={pledges} />
        {nothing && (
          <p className="text-ui text-muted">
            <Trans>Nothing right now. What you pledged goes on by itself.</Trans>
          </p>
        )}
        {(waiting.length > 0 || (room && fit)) && (
          <ul className="grid">
            {room && fit && (
              <li className="grid gap-0.5 border-t border-line py-3 last:border-b">
                <p className="font-medium text-ink">
                  <Trans>
                    <Money amount={room} cents={false} /> left before <CalendarDate date={budget.ends} />
                  </Trans>
                </p>
                <p className="text-sm">
                  <Trans>
                    <Money amount={fit.remaining} cents={false} /> would complete{' '}
                    <Link to="/projects/$slug" params={{ slug: fit.slug }}>
                      {fit.title}
                    </Link>
                    .
                  </Trans>{' '}
                  <Link to="/organizations/$slug/budget" params={{ slug }}>
                    <Trans>See the budget</Trans>
                  </Link>
                </p>
              </li>
            )}
            {waiting.map(({ id, project, amount, explanation }) => (
              <li key={id} className="grid gap-0.5 border-t border-line py-3 last:border-b">
                <p className="font-medium text-ink">
                  <Link to="/pledges/$id" params={{ id }}>
                    {project.title}
                  </Link>
                  {': '}
                  <Trans>
                    your <Money amount={amount} cents={false} /> wait
                  </Trans>
                </p>
                <div className="text-sm">
                  <Explanation explanation={explanation} />
                </div>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  )
}
