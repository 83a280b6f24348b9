import { Trans, useLingui } from '@lingui/react/macro'
import type { Token } from '@/api/types'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { DateTime } from '@/ui/DateTime'
import { type Column, Table } from '@/ui/table'
import { scopeWords } from './scopes'

export function TokenTable({ tokens, onRevoke }: { tokens: readonly Token[]; onRevoke: (token: Token) => void }) {
  const { t, i18n } = useLingui()
  const columns: Column<Token>[] = [
    {
      key: 'name',
      head: t`Name`,
      text: ({ name }) => name,
      cell: ({ name, hint }) => (
        <span className="grid">
          <span className="font-medium text-ink">{name}</span>
          <code className="text-muted">{hint}</code>
        </span>
      ),
    },
    {
      key: 'scopes',
      head: t`May`,
      text: ({ scopes }) => scopes.join(' '),
      cell: ({ scopes }) => (
        <span className="flex flex-wrap gap-1">
          {scopes.map((scope) => (
            <Badge key={scope}>{i18n._(scopeWords[scope].name)}</Badge>
          ))}
        </span>
      ),
    },
    {
      key: 'used',
      head: t`Last used`,
      text: ({ last_used_at }) => last_used_at ?? '',
      cell: ({ last_used_at }) => (last_used_at ? <DateTime at={last_used_at} as="ago" /> : <Trans>never</Trans>),
    },
    {
      key: 'expires',
      head: t`Expires`,
      text: ({ expires_at }) => expires_at,
      cell: ({ expires_at }) =>
        new Date(expires_at) < new Date() ? (
          <Badge tone="danger">
            <Trans>expired</Trans>
          </Badge>
        ) : (
          <DateTime at={expires_at} />
        ),
    },
    {
      key: 'revoke',
      head: t`Action`,
      cell: (token) => (
        <Button size="small" onClick={() => onRevoke(token)} aria-label={t`Revoke ${token.name}`}>
          <Trans>Revoke…</Trans>
        </Button>
      ),
    },
  ]
  return (
    <Table
      caption={t`Your access tokens`}
      columns={columns}
      rows={tokens}
      rowKey={({ id }) => id}
      sort={{ key: 'name', direction: 'up' }}
      empty={null}
    />
  )
}
