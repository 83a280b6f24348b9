import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { explain } from '@/api/errors'
import { ApiError } from '@/api/problem'
import { Button } from './Button'
import { Page } from './Page'
import { RequestId } from './RequestId'

/** Something could not be shown: what happened, what to do, and the number to quote. */
export function ErrorState({ error, onRetry, action }: { error: unknown; onRetry?: () => void; action?: ReactNode }) {
  const { t } = useLingui()
  const code = error instanceof ApiError ? error.code : 'internal'
  const status = error instanceof ApiError ? error.status : 500
  const title =
    code === 'no_answer'
      ? t`No connection to Cofund`
      : status === 404
        ? t`There is nothing here`
        : status === 403
          ? t`This is not open to you`
          : status === 429
            ? t`One moment, please`
            : t`This did not work`

  return (
    <Page title={title}>
      <div className="grid max-w-prose justify-items-start gap-4">
        <p>{explain(error)}</p>
        <div className="flex flex-wrap gap-3">
          {onRetry && status !== 404 && (
            <Button look="primary" onClick={onRetry}>
              <Trans>Try again</Trans>
            </Button>
          )}
          {action}
        </div>
        <RequestId error={error} />
      </div>
    </Page>
  )
}
