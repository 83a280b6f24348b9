import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { answer } from '@/api/problem'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { DateTime } from '@/ui/DateTime'
import { toast } from '@/ui/toast'
import { useChangePerson, usePerson } from '../queries/use-person'

/** Ending all sessions, and closing or opening the account. */
export function Access() {
  const { t } = useLingui()
  const person = usePerson()
  const { change } = useChangePerson(person, ({ disabled_at }) =>
    toast(disabled_at ? t`The account is disabled.` : t`The account is open again.`),
  )
  const [asking, setAsking] = useState<'sessions' | 'disable' | 'enable' | null>(null)
  const endSessions = useAction(
    (id: string, headers) => answer(api.DELETE('/admin/users/{id}/sessions', { params: { path: { id } }, headers })),
    { onDone: () => toast(t`${person.name} is signed out everywhere.`) },
  )
  const close = () => setAsking(null)

  return (
    <div className="flex flex-wrap items-center gap-3">
      <p className="mr-auto text-ui text-ink max-sm:w-full">
        {person.disabled_at ? (
          <Trans>
            Disabled since <DateTime at={person.disabled_at} />
          </Trans>
        ) : (
          <Trans>May sign in</Trans>
        )}
      </p>
      {person.can.end_sessions.ok && (
        <Button onClick={() => setAsking('sessions')}>
          <Trans>End all sessions…</Trans>
        </Button>
      )}
      {person.can.disable.ok && (
        <Button onClick={() => setAsking(person.disabled_at ? 'enable' : 'disable')}>
          {person.disabled_at ? <Trans>Open the account…</Trans> : <Trans>Disable…</Trans>}
        </Button>
      )}
      {asking === 'sessions' && (
        <ConfirmDialog
          about={person.email}
          title={t`Sign ${person.name} out everywhere?`}
          consequence={t`Every browser they are signed in with loses access at once. They can sign in again with a new link; their tokens stay.`}
          confirm={t`End all sessions`}
          onConfirm={() => endSessions.mutateAsync(person.id)}
          onClose={close}
        />
      )}
      {asking === 'disable' && (
        <ConfirmDialog
          about={person.email}
          title={t`Disable the account of ${person.name}?`}
          consequence={t`They are signed out at once, their tokens stop working, and no link lets them in. What they did stays, with their name.`}
          confirm={t`Disable the account`}
          onConfirm={() => change.mutateAsync({ disabled: true })}
          onClose={close}
        />
      )}
      {asking === 'enable' && (
        <ConfirmDialog
          about={person.email}
          title={t`Open the account of ${person.name} again?`}
          consequence={t`They can sign in with a link, and have the same organisations and rights as before.`}
          confirm={t`Open the account`}
          destructive={false}
          onConfirm={() => change.mutateAsync({ disabled: false })}
          onClose={close}
        />
      )}
    </div>
  )
}
