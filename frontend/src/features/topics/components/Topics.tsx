import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useAction } from '@/api/action'
import type { Topic } from '@/api/types'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { EmptyState } from '@/ui/EmptyState'
import { Section } from '@/ui/Page'
import { toast } from '@/ui/toast'
import { TopicDialog } from '../forms/TopicDialog'
import { allTopicsQuery, editTopic, type TopicKind } from '../queries/topics'
import { TopicTable } from './TopicTable'

type Props = { kind: TopicKind; title: string; lead: ReactNode; create: string; csv: string }

/** All topics of a kind, and what can be done with them. */
export function Topics({ kind, title, lead, create, csv }: Props) {
  const { t } = useLingui()
  const queryClient = useQueryClient()
  const { data: topics } = useSuspenseQuery(allTopicsQuery(kind))
  const [editing, setEditing] = useState<Topic | 'new' | null>(null)
  const [archiving, setArchiving] = useState<Topic | null>(null)
  const archive = useAction((topic: Topic, headers) => editTopic(kind, topic, { archived: !topic.archived }, headers), {
    onDone: async ({ name, archived }) => {
      await queryClient.invalidateQueries({ queryKey: [kind] })
      toast(archived ? t`${name} is archived.` : t`${name} is in use again.`)
    },
  })

  return (
    <Section title={title} lead={lead} actions={<Button onClick={() => setEditing('new')}>{create}</Button>}>
      <TopicTable
        caption={title}
        csv={csv}
        topics={topics}
        empty={<EmptyState title={t`None yet`} />}
        onEdit={setEditing}
        onArchive={setArchiving}
      />
      {editing && (
        <TopicDialog
          kind={kind}
          topic={editing === 'new' ? null : editing}
          title={create}
          onClose={() => setEditing(null)}
        />
      )}
      {archiving && (
        <ConfirmDialog
          title={archiving.archived ? t`Use ${archiving.name} again?` : t`Archive ${archiving.name}?`}
          consequence={
            archiving.archived ? (
              <Trans>It can be given to projects again, and stands among the filters of the roadmap.</Trans>
            ) : (
              <Trans>No more projects can have it, and it leaves the filters. Projects that have it keep it.</Trans>
            )
          }
          confirm={archiving.archived ? t`Use it again` : t`Archive it`}
          destructive={!archiving.archived}
          onConfirm={() => archive.mutateAsync(archiving)}
          onClose={() => setArchiving(null)}
        />
      )}
    </Section>
  )
}
