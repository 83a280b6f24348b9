import { Trans } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { Button } from '@/ui/Button'

/** After asking for a link: the same words whether or not the address is known. */
export function LookIntoMailbox({ email, onBack }: { email: string; onBack: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])

  return (
    <div className="grid justify-items-start gap-3">
      <h2 ref={heading} tabIndex={-1} className="text-lg outline-none">
        <Trans>Look into your mailbox</Trans>
      </h2>
      <p>
        <Trans>
          If <strong className="break-all">{email}</strong> has an account, a link is on its way. It works once, for 15
          minutes.
        </Trans>
      </p>
      <p className="text-sm text-muted">
        <Trans>Nothing there? Look into the spam folder, or ask a lead of your organisation for an invitation.</Trans>
      </p>
      <Button size="small" onClick={onBack}>
        <Trans>Use another address</Trans>
      </Button>
    </div>
  )
}
