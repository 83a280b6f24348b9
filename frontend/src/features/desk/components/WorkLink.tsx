import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { WorkItem } from '@/api/types'

const look = 'font-medium text-ink no-underline hover:underline'

/** What the work is on, linked to where it is done. */
export function WorkLink({ item: { kind, project, organization } }: { item: WorkItem }) {
  const params = { slug: project?.slug ?? '' }
  switch (kind) {
    case 'missed_project':
    case 'closing_soon':
      return (
        <Link to="/staff/projects/$slug" params={params} search={{ deed: 'extend' }} className={look}>
          {project?.title}
        </Link>
      )
    case 'covered_coalition':
      return (
        <Link to="/staff/projects/$slug" params={params} search={{ deed: 'settle' }} className={look}>
          {project?.title}
        </Link>
      )
    case 'gap':
    case 'unsigned_pledge':
      return (
        <Link to="/staff/projects/$slug/pledges" params={params} className={look}>
          {project?.title}
        </Link>
      )
    case 'not_started':
      return (
        <Link to="/staff/projects" hash="order" className={look}>
          {project?.title}
        </Link>
      )
    case 'dead_letters':
      return (
        <Link to="/staff/queue" className={look}>
          <Trans>Mails that did not go out</Trans>
        </Link>
      )
    case 'ended_membership':
      return (
        <Link to="/organizations/$slug/settings" params={{ slug: organization?.slug ?? '' }} className={look}>
          {organization?.name}
        </Link>
      )
  }
}
