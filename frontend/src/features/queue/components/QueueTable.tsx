import { Trans, useLingui } from '@lingui/react/macro'
import type { QueueItem } from '@/api/types'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { DateTime } from '@/ui/DateTime'
import { type Column, Table } from '@/ui/table'

type Props = { items: readonly QueueItem[]; retrying: string | null; onRetry: (id: string) => void }

export function QueueTable({ items, retrying, onRetry }: Props) {
  const { t } = useLingui()
  const columns: Column<QueueItem>[] = [
    {
      key: 'kind',
      head: t`What`,
      text: ({ kind }) => kind,
      cell: ({ kind, last_error }) => (
        <span className="grid max-w-120 gap-0.5">
          <code className="text-ink">{kind}</code>
          {last_error && <span className="text-xs break-words text-danger">{last_error}</span>}
        </span>
      ),
    },
    {
      key: 'state',
      head: t`State`,
      text: ({ state }) => (state === 'dead' ? t`gave up` : t`waits`),
      cell: ({ state }) =>
        state === 'dead' ? (
          <Badge tone="danger">
            <Trans>gave up</Trans>
          </Badge>
        ) : (
          <Badge>
            <Trans>waits</Trans>
          </Badge>
        ),
    },
    {
      key: 'attempts',
      head: t`Tries`,
      numeric: true,
      text: ({ attempts }) => String(attempts),
      order: ({ attempts }) => attempts,
      cell: ({ attempts }) => attempts,
    },
    {
      key: 'created',
      head: t`Since`,
      text: ({ created_at }) => created_at,
      cell: ({ created_at }) => <DateTime at={created_at} as="ago" />,
    },
    {
      key: 'next',
      head: t`Next try`,
      text: ({ next_attempt_at }) => next_attempt_at ?? '',
      cell: ({ next_attempt_at }) => (next_attempt_at ? <DateTime at={next_attempt_at} as="ago" /> : '–'),
    },
    {
      key: 'retry',
      head: t`Action`,
      cell: ({ id, kind, can }) =>
        can.retry.ok && (
          <Button size="small" busy={retrying === id} onClick={() => onRetry(id)} aria-label={t`Try again: ${kind}`}>
            <Trans>Try again</Trans>
          </Button>
        ),
    },
  ]
  return (
    <Table
      caption={t`Deliveries that wait or gave up`}
      columns={columns}
      rows={items}
      rowKey={({ id }) => id}
      sort={{ key: 'created', direction: 'up' }}
      csv={t`queue`}
      empty={null}
    />
  )
}
