import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useMe } from '@/api/session'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { toast } from '@/ui/toast'
import { useChangePerson, usePerson } from '../queries/use-person'

/** Staff run Cofund, administrators also decide who does. Each step is asked for once more. */
export function Rights() {
  const { t } = useLingui()
  const me = useMe()
  const person = usePerson()
  const { change } = useChangePerson(person, () => toast(t`The rights are changed.`))
  const [asking, setAsking] = useState<{ staff: boolean; admin: boolean } | null>(null)
  const { name, staff, admin } = person

  const consequence = asking?.admin
    ? t`They may do everything staff may, make others staff, and read the audit log.`
    : asking?.staff
      ? t`They see and change every organisation, person and tier. They do not decide who else is staff.`
      : t`They keep their account and their organisations, and lose the staff pages at once.`

  return (
    <div className="flex flex-wrap items-center gap-3">
      <p className="mr-auto text-ui text-ink max-sm:w-full">
        {admin ? <Trans>Administrator</Trans> : staff ? <Trans>Staff</Trans> : <Trans>Not staff</Trans>}
      </p>
      {!staff && (
        <Button onClick={() => setAsking({ staff: true, admin: false })}>
          <Trans>Make staff…</Trans>
        </Button>
      )}
      {!admin && (
        <Button onClick={() => setAsking({ staff: true, admin: true })}>
          <Trans>Make administrator…</Trans>
        </Button>
      )}
      {admin && person.id !== me.id && (
        <Button onClick={() => setAsking({ staff: true, admin: false })}>
          <Trans>Make ordinary staff…</Trans>
        </Button>
      )}
      {staff && person.id !== me.id && (
        <Button onClick={() => setAsking({ staff: false, admin: false })}>
          <Trans>Take away…</Trans>
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          about={person.email}
          title={
            asking.admin
              ? t`Make ${name} an administrator?`
              : asking.staff
                ? t`Make ${name} staff?`
                : t`Take staff rights from ${name}?`
          }
          consequence={consequence}
          confirm={asking.admin ? t`Make administrator` : asking.staff ? t`Make staff` : t`Take the rights`}
          destructive={!asking.staff}
          onConfirm={() => change.mutateAsync(asking)}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  )
}
