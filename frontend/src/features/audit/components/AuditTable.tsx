import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { AuditEntry } from '@/api/types'
import { DateTime } from '@/ui/DateTime'
import { type Column, Table } from '@/ui/table'
import { wordsForActor } from './actors'
import { Detail } from './Detail'

export function AuditTable({ entries, empty }: { entries: readonly AuditEntry[]; empty: ReactNode }) {
  const { t, i18n } = useLingui()
  const columns: Column<AuditEntry>[] = [
    { key: 'at', head: t`When`, text: ({ at }) => at, cell: ({ at }) => <DateTime at={at} as="moment" /> },
    {
      key: 'actor',
      head: t`Who`,
      text: ({ actor }) => actor.name ?? actor.kind,
      cell: ({ actor: { name, kind } }) => (
        <span className="grid">
          {name && <span className="font-medium text-ink">{name}</span>}
          <span className="text-xs text-muted">{i18n._(wordsForActor(kind))}</span>
        </span>
      ),
    },
    { key: 'action', head: t`Did`, text: ({ action }) => action, cell: ({ action }) => <code>{action}</code> },
    {
      key: 'subject',
      head: t`To`,
      text: ({ subject }) => `${subject.kind} ${subject.label ?? subject.id}`,
      cell: ({ subject }) => (
        <span className="grid">
          <span className="break-all text-ink">{subject.label ?? subject.id}</span>
          <span className="text-xs text-muted">{subject.kind}</span>
        </span>
      ),
    },
    {
      key: 'organization',
      head: t`Organisation`,
      text: ({ organization }) => organization ?? '',
      cell: ({ organization }) => organization ?? '–',
    },
    {
      key: 'detail',
      head: t`Detail`,
      text: ({ detail }) => JSON.stringify(detail),
      cell: (entry) => <Detail entry={entry} />,
    },
  ]
  return (
    <Table
      caption={t`Audit log`}
      columns={columns}
      rows={entries}
      rowKey={({ id }) => id}
      sort={{ key: 'at', direction: 'down' }}
      csv={t`audit`}
      empty={empty}
    />
  )
}
