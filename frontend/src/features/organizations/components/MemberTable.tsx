import { Trans, useLingui } from '@lingui/react/macro'
import { explainCode } from '@/api/errors'
import type { Member } from '@/api/types'
import { toMinor } from '@/lib/money'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { DateTime } from '@/ui/DateTime'
import { Money } from '@/ui/Money'
import { type Column, Table } from '@/ui/table'
import { roles, roleWords } from './words'

type Props = {
  members: readonly Member[]
  me: string
  onChange: (member: Member) => void
  onRemove: (member: Member) => void
}

export function MemberTable({ members, me, onChange, onRemove }: Props) {
  const { t, i18n } = useLingui()
  const columns: Column<Member>[] = [
    {
      key: 'name',
      head: t`Person`,
      text: ({ name, email }) => `${name} <${email}>`,
      cell: ({ name, email, user_id }) => (
        <span className="grid">
          <span className="flex flex-wrap items-center gap-2 font-medium text-ink">
            {name}
            {user_id === me && (
              <Badge tone="on">
                <Trans>you</Trans>
              </Badge>
            )}
          </span>
          <span className="text-xs break-all text-muted">{email}</span>
        </span>
      ),
    },
    {
      key: 'role',
      head: t`Role`,
      text: ({ role }) => i18n._(roleWords[role].name),
      order: ({ role }) => roles.indexOf(role),
      cell: ({ role }) => i18n._(roleWords[role].name),
    },
    {
      key: 'limit',
      head: t`Limit a year`,
      numeric: true,
      text: ({ pledge_limit }) => pledge_limit ?? '',
      order: ({ pledge_limit }) => (pledge_limit ? toMinor(pledge_limit) : -1n),
      cell: ({ pledge_limit }) => (pledge_limit ? <Money amount={pledge_limit} /> : '–'),
    },
    {
      key: 'seen',
      head: t`Last active`,
      text: ({ last_seen_at }) => last_seen_at ?? '',
      cell: ({ last_seen_at }) => (last_seen_at ? <DateTime at={last_seen_at} as="ago" /> : <Trans>never</Trans>),
    },
    {
      key: 'joined',
      head: t`Joined`,
      text: ({ joined_at }) => joined_at,
      cell: ({ joined_at }) => <DateTime at={joined_at} />,
    },
    {
      key: 'actions',
      head: t`Actions`,
      cell: (member) => <Actions {...{ member, me, onChange, onRemove }} />,
    },
  ]
  return (
    <Table
      caption={t`People of this organisation`}
      columns={columns}
      rows={members}
      rowKey={({ user_id }) => user_id}
      sort={{ key: 'role', direction: 'up' }}
      csv={t`people`}
      empty={null}
    />
  )
}

type ActionsProps = Omit<Props, 'members'> & { member: Member }

/** What the API says one may do with this person; why not, where the reason is worth knowing. */
function Actions({ member, me, onChange, onRemove }: ActionsProps) {
  const { t } = useLingui()
  const { change, remove } = member.can
  if (!change.ok && !remove.ok) {
    return remove.code === 'last_lead' ? <span className="text-xs text-muted">{explainCode(remove.code)}</span> : null
  }
  return (
    <span className="flex flex-wrap gap-2 sm:justify-end">
      {change.ok && (
        <Button size="small" onClick={() => onChange(member)} aria-label={t`Change ${member.name}`}>
          <Trans>Change…</Trans>
        </Button>
      )}
      {remove.ok &&
        (member.user_id === me ? (
          <Button size="small" onClick={() => onRemove(member)}>
            <Trans>Leave…</Trans>
          </Button>
        ) : (
          <Button size="small" onClick={() => onRemove(member)} aria-label={t`Remove ${member.name}`}>
            <Trans>Remove…</Trans>
          </Button>
        ))}
    </span>
  )
}
