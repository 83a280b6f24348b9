import { Trans, useLingui } from '@lingui/react/macro'
import type { Invitation } from '@/api/types'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { DateTime } from '@/ui/DateTime'
import { type Column, Table } from '@/ui/table'
import { roleWords } from './words'

type Props = {
  invitations: readonly Invitation[]
  onResend: (invitation: Invitation) => void
  onRevoke: (invitation: Invitation) => void
}

export function InvitationTable({ invitations, onResend, onRevoke }: Props) {
  const { t, i18n } = useLingui()
  const columns: Column<Invitation>[] = [
    {
      key: 'email',
      head: t`Address`,
      text: ({ email }) => email,
      cell: ({ email }) => <span className="font-medium break-all text-ink">{email}</span>,
    },
    {
      key: 'role',
      head: t`Role`,
      text: ({ role }) => i18n._(roleWords[role].name),
      cell: ({ role }) => i18n._(roleWords[role].name),
    },
    { key: 'by', head: t`Invited by`, text: ({ invited_by }) => invited_by, cell: ({ invited_by }) => invited_by },
    {
      key: 'expires',
      head: t`Open until`,
      text: ({ expires_at }) => expires_at,
      cell: ({ expired, expires_at }) =>
        expired ? (
          <Badge tone="danger">
            <Trans>run out</Trans>
          </Badge>
        ) : (
          <DateTime at={expires_at} />
        ),
    },
    {
      key: 'actions',
      head: t`Actions`,
      cell: (invitation) => (
        <span className="flex flex-wrap gap-2 sm:justify-end">
          {invitation.can.resend.ok && (
            <Button size="small" onClick={() => onResend(invitation)} aria-label={t`Send again to ${invitation.email}`}>
              <Trans>Send again…</Trans>
            </Button>
          )}
          {invitation.can.revoke.ok && (
            <Button
              size="small"
              onClick={() => onRevoke(invitation)}
              aria-label={t`Revoke the invitation to ${invitation.email}`}
            >
              <Trans>Revoke…</Trans>
            </Button>
          )}
        </span>
      ),
    },
  ]
  return (
    <Table caption={t`Open invitations`} columns={columns} rows={invitations} rowKey={({ id }) => id} empty={null} />
  )
}
