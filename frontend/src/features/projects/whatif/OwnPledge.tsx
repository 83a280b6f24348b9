import { Trans } from '@lingui/react/macro'
import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMe } from '@/api/session'
import { buttonClass } from '@/ui/button-class'
import { ownPledgesQuery } from '../queries/own-pledges'

/** The reader's own organisation is in already: this leads to what it pledged. */
export function OwnPledge({ slug }: { slug: string }) {
  const { memberships } = useMe()
  const found = useQueries({ queries: memberships.map(({ organization }) => ownPledgesQuery(organization.slug)) })
  const own = found.flatMap(({ data }) => data ?? []).find(({ project }) => project.slug === slug)
  if (!own) return null
  return (
    <Link to="/pledges/$id" params={{ id: own.id }} className={buttonClass('plain', 'wide')}>
      <Trans>See the pledge of {own.organization.name}</Trans>
    </Link>
  )
}
