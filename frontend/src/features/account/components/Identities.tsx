import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { answer } from '@/api/problem'
import { providersQuery } from '@/api/providers'
import type { Identity } from '@/api/types'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { DateTime } from '@/ui/DateTime'
import { FormFailure } from '@/ui/form/FormFailure'
import { IdentityName } from '@/ui/IdentityName'
import { Refusal } from '@/ui/Refusal'
import { toast } from '@/ui/toast'
import { identitiesQuery } from '../queries/account'

/** The providers one signs in with, and those one may add. */
export function Identities() {
  const { t } = useLingui()
  const { data: identities } = useSuspenseQuery(identitiesQuery)
  const { data: providers } = useSuspenseQuery(providersQuery)
  const queryClient = useQueryClient()
  const [leaving, setLeaving] = useState<Identity | null>(null)
  const add = useAction(
    (provider: string, headers) =>
      answer(api.POST('/me/identities', { body: { provider, return_to: '/account' }, headers })),
    { onDone: ({ authorization_url }) => window.location.assign(authorization_url) },
  )
  const unlink = useAction(
    (id: string, headers) => answer(api.DELETE('/me/identities/{id}', { params: { path: { id } }, headers })),
    {
      onDone: async () => {
        await queryClient.invalidateQueries(identitiesQuery)
        toast(t`You do not sign in like this any more.`)
      },
    },
  )

  return (
    <div className="grid gap-4">
      <Refusal />
      {add.isError && <FormFailure error={add.error} />}
      {identities.items.length > 0 && (
        <ul className="grid border-t border-line">
          {identities.items.map((identity) => (
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
      )}
      <div className="flex flex-wrap gap-3">
        {providers.items.map(({ name, title }) => (
          <Button key={name} busy={add.isPending && add.variables === name} onClick={() => add.mutate(name)}>
            <span>
              <Trans>Add {title}</Trans>
            </span>
          </Button>
        ))}
      </div>
      {leaving && (
        <ConfirmDialog
          about={leaving.title}
          title={t`Sign in with ${leaving.title} no more?`}
          consequence={t`Where you are signed in you stay so. A link by mail always lets you in.`}
          confirm={t`Remove it`}
          onConfirm={() => unlink.mutateAsync(leaving.id)}
          onClose={() => setLeaving(null)}
        />
      )}
    </div>
  )
}
