import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { api } from '@/api/client'
import { explain } from '@/api/errors'
import { answer } from '@/api/problem'
import { Button } from '@/ui/Button'

/**
 * Opens the letter in a tab of its own, to print. It is only for those who answer for the pledge, so it is fetched with
 * the session and handed to the browser as it came; no address leads to it that could be passed on by mistake.
 */
export function LetterButton({ pledge }: { pledge: string }) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)

  async function open() {
    // Before anything is awaited: only then does the browser take it for something the person asked for.
    const tab = window.open('', '_blank')
    setBusy(true)
    setFailure(null)
    try {
      const call = api.GET('/pledges/{id}/letter', { params: { path: { id: pledge } }, parseAs: 'text' })
      const page = new Blob([await answer(call)], { type: 'text/html' })
      const address = URL.createObjectURL(page)
      if (tab) tab.location.href = address
      else window.location.assign(address)
      setTimeout(() => URL.revokeObjectURL(address), 60_000)
    } catch (error) {
      tab?.close()
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="grid gap-1.5">
      <Button busy={busy} onClick={() => void open()}>
        <Trans>Letter to print</Trans>
      </Button>
      {failure !== null && (
        <p role="alert" className="text-xs text-danger">
          {explain(failure)}
        </p>
      )}
    </div>
  )
}
