import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Topic } from '@/api/types'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { type Column, Table } from '@/ui/table'

type Props = {
  caption: string
  csv: string
  topics: readonly Topic[]
  empty: ReactNode
  onEdit: (topic: Topic) => void
  onArchive: (topic: Topic) => void
}

export function TopicTable({ caption, csv, topics, empty, onEdit, onArchive }: Props) {
  const { t } = useLingui()
  const columns: Column<Topic>[] = [
    {
      key: 'name',
      head: t`Name`,
      text: ({ name }) => name,
      cell: ({ name, archived }) => (
        <span className="flex flex-wrap items-center gap-2 font-medium text-ink">
          {name}
          {archived && (
            <Badge>
              <Trans>archived</Trans>
            </Badge>
          )}
        </span>
      ),
    },
    {
      key: 'summary',
      head: t`In a sentence`,
      text: ({ summary }) => summary,
      cell: ({ summary }) => summary || '–',
    },
    {
      key: 'position',
      head: t`Place`,
      numeric: true,
      text: ({ position }) => String(position),
      order: ({ position }) => position,
      cell: ({ position }) => position,
    },
    {
      key: 'actions',
      head: t`Actions`,
      cell: (topic) =>
        topic.can.edit.ok && (
          <span className="flex flex-wrap gap-2 sm:flex-nowrap sm:justify-end">
            <Button size="small" onClick={() => onEdit(topic)} aria-label={t`Edit ${topic.name}`}>
              <Trans>Edit…</Trans>
            </Button>
            <Button
              size="small"
              onClick={() => onArchive(topic)}
              aria-label={topic.archived ? t`Use again: ${topic.name}` : t`Archive ${topic.name}`}
            >
              {topic.archived ? <Trans>Use again…</Trans> : <Trans>Archive…</Trans>}
            </Button>
          </span>
        ),
    },
  ]
  return (
    <Table
      {...{ caption, csv, columns, empty }}
      rows={topics}
      rowKey={({ slug }) => slug}
      sort={{ key: 'position', direction: 'up' }}
    />
  )
}
