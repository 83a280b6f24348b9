import { Trans } from '@lingui/react/macro'
import { ApiError } from '@/api/problem'

/** The number to quote to staff; only for what is our fault, where it helps. */
export function RequestId({ error }: { error: unknown }) {
  if (!(error instanceof ApiError) || error.status < 500 || !error.requestId) return null
  return (
    <p className="text-xs text-muted">
      <Trans>
        Request <code className="select-all">{error.requestId}</code>
      </Trans>
    </p>
  )
}
