import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { Project } from '@/api/types'
import { browserTimeZone, formatCountdown, formatExact, formatShortDay } from '@/lib/dates'
import { formatLocale } from '@/lib/locale'

/** The two short facts at the foot of a card: who is in, and what comes when. */
export function CardFacts({ project }: { project: Project }) {
  return (
    <div className="text-xs text-muted">
      <p>
        <Who project={project} />
      </p>
      <p>
        <When project={project} />
      </p>
    </div>
  )
}

function Who({
  project: { funding, delivery, covered, backers, waiters, supports, communities_served },
}: {
  project: Project
}) {
  if (funding === 'candidate') {
    if (supports + communities_served === 0) return <Trans>Nobody stands behind it yet</Trans>
    return (
      <Trans>
        <Plural value={supports} one="# stands behind it" other="# stand behind it" />,{' '}
        <Plural value={communities_served} one="# would use it" other="# would use it" />
      </Trans>
    )
  }
  if (funding === 'open' && backers + waiters === 0) return <Trans>Nobody is in yet; somebody goes first</Trans>
  if (funding === 'open' && waiters > 0) {
    return (
      <Trans>
        <Plural value={backers} one="# community" other="# communities" /> in,{' '}
        <Plural value={waiters} one="# waiting" other="# waiting" />
      </Trans>
    )
  }
  if (funding === 'open' && covered)
    return <Plural value={backers} one="# community, room for more" other="# communities, room for more" />
  if (backers === 0) return null
  if (delivery === 'done')
    return <Plural value={backers} one="Paid for by # community" other="Paid for by # communities" />
  return <Plural value={backers} one="# community" other="# communities" />
}

function When({ project }: { project: Project }) {
  const { funding, delivery, covered, closes_at, queue_position, funded_at, closed_at } = project
  switch (funding) {
    case 'candidate':
      return <Trans>Takes no money yet</Trans>
    case 'open':
      if (!closes_at) return null
      return covered ? (
        <Trans>
          Settles <Soon at={closes_at} />
        </Trans>
      ) : (
        <Trans>
          Closes <Soon at={closes_at} />
        </Trans>
      )
    case 'missed':
      return closes_at ? (
        <Trans>
          Its date was <Day at={closes_at} />
        </Trans>
      ) : null
    case 'closed':
      return closed_at ? (
        <Trans>
          Since <Day at={closed_at} />
        </Trans>
      ) : null
    default:
      if (delivery === 'not_started' && queue_position) return <Trans>Number {queue_position} in the queue</Trans>
      return funded_at ? (
        <Trans>
          Funded <Day at={funded_at} />
        </Trans>
      ) : null
  }
}

/** "in 12 days", exact on hover. */
function Soon({ at }: { at: string }) {
  const { i18n } = useLingui()
  const locale = formatLocale(i18n.locale)
  return (
    <time dateTime={at} title={formatExact(at, locale, browserTimeZone())}>
      {formatCountdown(at, locale)}
    </time>
  )
}

function Day({ at }: { at: string }) {
  const { i18n } = useLingui()
  const locale = formatLocale(i18n.locale)
  return (
    <time dateTime={at} title={formatExact(at, locale, browserTimeZone())}>
      {formatShortDay(at, locale, browserTimeZone())}
    </time>
  )
}
