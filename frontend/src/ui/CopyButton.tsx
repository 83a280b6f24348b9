import { Trans } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { Button } from './Button'

/** Puts a text on the clipboard and says so in its own place. */
export function CopyButton({ text, children }: { text: string; children?: React.ReactNode }) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 3_000)
    return () => clearTimeout(timer)
  }, [copied])

  return (
    <Button size="small" onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
      <span aria-live="polite">{copied ? <Trans>Copied</Trans> : (children ?? <Trans>Copy</Trans>)}</span>
    </Button>
  )
}
