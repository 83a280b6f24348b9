import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { answer } from '@/api/problem'
import { endSession, useMe } from '@/api/session'
import { saveFile } from '@/lib/save-file'
import { Button } from '@/ui/Button'
import { FormFailure } from '@/ui/form/FormFailure'
import { TypeAddressDialog } from '@/ui/TypeAddressDialog'
import { toast } from '@/ui/toast'

/** To take along, and to be forgotten. */
export function YourData() {
  const { t } = useLingui()
  const { email } = useMe()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const take = useAction((_: undefined) => answer(api.GET('/me/data')), {
    onDone: (data) => saveFile('cofund-personal-data.json', 'application/json', JSON.stringify(data, null, 2)),
  })
  const erase = useAction(
    (typed: string, headers) => answer(api.POST('/me/erasure', { body: { email: typed }, headers })),
    {
      onDone: async () => {
        endSession()
        await navigate({ to: '/' })
        toast(t`Your account is erased. Thank you for having been here.`)
      },
    },
  )

  return (
    <div className="grid justify-items-start gap-5">
      <div className="grid gap-2">
        <p className="text-ui text-ink">
          <Trans>Everything Cofund knows of you, as one file for people and programs.</Trans>
        </p>
        <p>
          <Button busy={take.isPending} onClick={() => take.mutate(undefined)}>
            <Trans>Download your data</Trans>
          </Button>
        </p>
      </div>
      {take.isError && <FormFailure error={take.error} />}
      <div className="grid gap-2">
        <p className="text-ui text-ink">
          <Trans>
            Your name, address, sessions, tokens and mails go for good. What you did with your organisation’s pledges
            stays, under a made-up name.
          </Trans>
        </p>
        <p>
          <Button onClick={() => setAsking(true)}>
            <Trans>Erase your account…</Trans>
          </Button>
        </p>
      </div>
      {asking && (
        <TypeAddressDialog
          about={email}
          title={t`Erase your account?`}
          consequence={t`You leave all your organisations and are signed out everywhere at once. Pledges stay as they are. Nobody can bring the account back, not even staff.`}
          label={t`Your address, to be sure`}
          confirm={<Trans>Erase the account</Trans>}
          onConfirm={erase.mutateAsync}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}
