import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { answer } from '@/api/problem'
import type { AdminUser, Identity } from '@/api/types'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { DateTime } from '@/ui/DateTime'
import { IdentityName } from '@/ui/IdentityName'
import { toast } from '@/ui/toast'
import { personIdentitiesQuery } from '../queries/people'

/** What else they sign in with, to tell why somebody does not get in, and to take away what is not theirs. */
export function Identities({ person: { id, name } }: { person: AdminUser }) {
  const { t } = useLingui()
  const { data } = useSuspenseQuery(personIdentitiesQuery(id))
  const queryClient = useQueryClient()
  const [leaving, setLeaving] = useState<Identity | null>(null)
  const unlink = useAction(
    (identity: string, headers) =>
      answer(api.DELETE('/admin/users/{id}/identities/{identity}', { params: { path: { id, identity } }, headers })),
    {
      onDone: async () => {
        await queryClient.invalidateQueries(personIdentitiesQuery(id))
        toast(t`Nobody signs in as ${name} like this any more.`)
      },
    },
  )
  if (data.items.length === 0) {
    return (
      <p className="text-ui text-muted">
        <Trans>A link by mail, and nothing else.</Trans>
      </p>
    )
  }
  return (
    <>
      <ul className="grid border-t border-line">
        {data.items.map((identity) => (
          <li key={identity.id} className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line py-3">
            <IdentityName identity={identity} />
            <span className="text-sm text-muted">
              <Trans>
                Last used <DateTime at={identity.last_used_at} as="ago" />
              </Trans>
            </span>
            {identity.can.unlink.ok && (
              <Button
                size="small"
                className="ml-auto"
                onClick={() => setLeaving(identity)}
                aria-label={t`Remove ${identity.title}`}
              >
                <Trans>Remove…</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {leaving && (
        <ConfirmDialog
          about={leaving.title}
          title={t`Take this way in away from ${name}?`}
          consequence={t`Whoever signs in with it is let in no more. Sessions that began with it stay; end them below if it was not theirs.`}
          confirm={t`Remove it`}
          onConfirm={() => unlink.mutateAsync(leaving.id)}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  )
}
