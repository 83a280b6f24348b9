import { Trans } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { DateTime } from '@/ui/DateTime'
import { IdentityName } from '@/ui/IdentityName'
import { personIdentitiesQuery } from '../queries/people'

/** What else they sign in with, to tell why somebody does not get in. Only they add and remove it. */
export function Identities({ person }: { person: string }) {
  const { data } = useSuspenseQuery(personIdentitiesQuery(person))
  if (data.items.length === 0) {
    return (
      <p className="text-ui text-muted">
        <Trans>A link by mail, and nothing else.</Trans>
      </p>
    )
  }
  return (
    <ul className="grid border-t border-line">
      {data.items.map((identity) => (
        <li key={identity.id} className="flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-line py-3">
          <IdentityName identity={identity} />
          <span className="text-sm text-muted">
            <Trans>
              Last used <DateTime at={identity.last_used_at} as="ago" />
            </Trans>
          </span>
        </li>
      ))}
    </ul>
  )
}
