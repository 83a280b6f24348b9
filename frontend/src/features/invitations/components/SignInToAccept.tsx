import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { answer } from '@/api/problem'
import { Button } from '@/ui/Button'
import { FormFailure } from '@/ui/form/FormFailure'

/** Somebody who has an account proves to be its owner first; the link in the mail leads back here. */
export function SignInToAccept({ email, someoneElse }: { email: string; someoneElse: string | null }) {
  const [sent, setSent] = useState(false)
  const send = useAction(
    (_: undefined, headers) =>
      answer(api.POST('/auth/magic-links', { body: { email, return_to: '/invitations/accept' }, headers })),
    { onDone: () => setSent(true) },
  )

  if (sent) {
    return (
      <p role="status" className="text-ui text-ink">
        <Trans>
          A link to sign in is on its way to <strong className="break-all">{email}</strong>. Keep this tab open: it goes
          on by itself once you are signed in.
        </Trans>
      </p>
    )
  }
  return (
    <div className="grid gap-4">
      {send.isError && <FormFailure error={send.error} />}
      <p className="text-ui">
        {someoneElse ? (
          <Trans>
            You are signed in as <strong className="break-all">{someoneElse}</strong>. This invitation is for {email}:
            sign in with that address to accept it.
          </Trans>
        ) : (
          <Trans>You already have an account with this address. Sign in, and you come back here.</Trans>
        )}
      </p>
      <Button look="primary" size="wide" busy={send.isPending} onClick={() => send.mutate(undefined)}>
        <Trans>Send me a link to sign in</Trans>
      </Button>
    </div>
  )
}
