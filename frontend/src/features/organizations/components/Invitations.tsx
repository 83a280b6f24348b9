import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { answer } from '@/api/problem'
import type { Invitation } from '@/api/types'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { Section } from '@/ui/Page'
import { toast } from '@/ui/toast'
import { invitationsQuery } from '../queries/organizations'
import { InvitationTable } from './InvitationTable'

/** Invitations nobody has accepted yet; nothing is shown when there are none. */
export function Invitations({ slug }: { slug: string }) {
  const { t } = useLingui()
  const queryClient = useQueryClient()
  const { data } = useSuspenseQuery(invitationsQuery(slug))
  const [revoking, setRevoking] = useState<Invitation | null>(null)
  const [resending, setResending] = useState<Invitation | null>(null)
  const refresh = () => queryClient.invalidateQueries(invitationsQuery(slug))

  const resend = useAction(
    (id: string, headers) =>
      answer(api.POST('/organizations/{slug}/invitations/{id}/resend', { params: { path: { slug, id } }, headers })),
    {
      onDone: async ({ email }) => {
        await refresh()
        toast(t`The invitation to ${email} is on its way again.`)
      },
    },
  )
  const revoke = useAction(
    (id: string, headers) =>
      answer(api.DELETE('/organizations/{slug}/invitations/{id}', { params: { path: { slug, id } }, headers })),
    {
      onDone: async () => {
        await refresh()
        toast(t`The invitation is revoked.`)
      },
    },
  )

  if (data.items.length === 0) return null
  return (
    <Section title={t`Invited, not yet here`}>
      <InvitationTable invitations={data.items} onResend={setResending} onRevoke={setRevoking} />
      {resending && (
        <ConfirmDialog
          about={resending.email}
          title={t`Send the invitation again?`}
          consequence={<Trans>A new mail goes out with a new link. The link in the earlier mail stops working.</Trans>}
          confirm={t`Send it again`}
          destructive={false}
          onConfirm={() => resend.mutateAsync(resending.id)}
          onClose={() => setResending(null)}
        />
      )}
      {revoking && (
        <ConfirmDialog
          about={revoking.email}
          title={t`Revoke this invitation?`}
          consequence={t`The link in the mail stops working. You can invite the same address again later.`}
          confirm={t`Revoke the invitation`}
          keep={t`Keep it`}
          onConfirm={() => revoke.mutateAsync(revoking.id)}
          onClose={() => setRevoking(null)}
        />
      )}
    </Section>
  )
}
