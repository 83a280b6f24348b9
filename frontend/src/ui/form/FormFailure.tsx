import { Trans } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { explain } from '@/api/errors'
import { ApiError } from '@/api/problem'
import { Button } from '../Button'
import { RequestId } from '../RequestId'

/** Why the form was not accepted, above its fields; takes the focus, so that nobody waits for nothing. */
export function FormFailure({ error, onReload }: { error: unknown; onReload?: (() => unknown) | undefined }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error) box.current?.focus()
  }, [error])
  const conflict = error instanceof ApiError && error.code === 'version_conflict'

  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="grid justify-items-start gap-2 rounded-r-md border-l-3 border-danger bg-sunken px-4 py-3 text-ui text-ink"
    >
      <p>{explain(error)}</p>
      {conflict && onReload && (
        <Button size="small" onClick={() => void onReload()}>
          <Trans>Show their version</Trans>
        </Button>
      )}
      <RequestId error={error} />
    </div>
  )
}
