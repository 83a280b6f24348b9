import { Trans } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import type { NewToken } from '@/api/types'
import { Button } from '@/ui/Button'
import { CopyButton } from '@/ui/CopyButton'
import { Panel } from '@/ui/Panel'

/** A token right after it was made: the only time anybody sees it, with a command that tries it. */
export function FreshToken({ token, onDone }: { token: NewToken; onDone: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const command = `curl -H "Authorization: Bearer ${token.token}" ${window.location.origin}/api/v1/me`

  return (
    <Panel className="grid gap-4">
      <h3 ref={heading} tabIndex={-1} className="text-lg outline-none">
        <Trans>Copy “{token.name}” now: it is shown only this once</Trans>
      </h3>
      <Secret text={token.token} />
      <p className="text-sm">
        <Trans>Try it:</Trans>
      </p>
      <Secret text={command} />
      <div>
        <Button onClick={onDone}>
          <Trans>I have copied it</Trans>
        </Button>
      </div>
    </Panel>
  )
}

function Secret({ text }: { text: string }) {
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-md bg-sunken px-3 py-2">
      <code className="min-w-0 flex-1 break-all text-ink select-all">{text}</code>
      <CopyButton text={text} />
    </div>
  )
}
