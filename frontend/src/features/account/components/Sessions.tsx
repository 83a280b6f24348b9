import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { answer } from '@/api/problem'
import type { DeviceSession } from '@/api/types'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { DateTime } from '@/ui/DateTime'
import { type Column, Table } from '@/ui/table'
import { toast } from '@/ui/toast'
import { sessionsQuery } from '../queries/account'
import { deviceOf } from './device'

/** Every session of this person; any but the one in use can be ended here. */
export function Sessions() {
  const { t } = useLingui()
  const { data } = useSuspenseQuery(sessionsQuery)
  const queryClient = useQueryClient()
  const [ending, setEnding] = useState<DeviceSession | null>(null)
  const end = useAction(
    (id: string, headers) => answer(api.DELETE('/me/sessions/{id}', { params: { path: { id } }, headers })),
    {
      onDone: async () => {
        await queryClient.invalidateQueries(sessionsQuery)
        toast(t`The session is ended.`)
      },
    },
  )

  const nameOf = ({ user_agent }: DeviceSession) => {
    const { browser, system } = deviceOf(user_agent)
    return browser && system ? t`${browser} on ${system}` : (browser ?? system ?? t`Unknown device`)
  }
  const columns: Column<DeviceSession>[] = [
    {
      key: 'device',
      head: t`Device`,
      text: nameOf,
      cell: (session) => (
        <span className="flex flex-wrap items-center gap-2 font-medium text-ink">
          {nameOf(session)}
          {session.current && (
            <Badge tone="on">
              <Trans>this one</Trans>
            </Badge>
          )}
        </span>
      ),
    },
    {
      key: 'seen',
      head: t`Last active`,
      text: ({ last_seen_at }) => last_seen_at,
      cell: ({ last_seen_at }) => <DateTime at={last_seen_at} as="ago" />,
    },
    {
      key: 'began',
      head: t`Signed in`,
      text: ({ created_at }) => created_at,
      cell: ({ created_at }) => <DateTime at={created_at} />,
    },
    {
      key: 'end',
      head: t`Action`,
      cell: (session) =>
        !session.current && (
          <Button size="small" onClick={() => setEnding(session)} aria-label={t`End ${nameOf(session)}`}>
            <Trans>End…</Trans>
          </Button>
        ),
    },
  ]

  return (
    <>
      <Table
        caption={t`Your sessions`}
        columns={columns}
        rows={data.items}
        rowKey={({ id }) => id}
        sort={{ key: 'seen', direction: 'down' }}
        empty={null}
      />
      {ending && (
        <ConfirmDialog
          about={nameOf(ending)}
          title={t`End this session?`}
          consequence={t`Whoever uses that device is signed out at once and needs a new link to come back.`}
          confirm={t`End the session`}
          keep={t`Leave it`}
          onConfirm={() => end.mutateAsync(ending.id)}
          onClose={() => setEnding(null)}
        />
      )}
    </>
  )
}
