import { Trans } from '@lingui/react/macro'
import type { AuditEntry } from '@/api/types'

/** The numbers and names of one entry, and the request it came with, out of the way until wanted. */
export function Detail({ entry: { detail, request_id } }: { entry: AuditEntry }) {
  const fields = Object.entries(detail)
  if (fields.length === 0 && !request_id) return '–'
  return (
    <details className="max-w-80">
      <summary className="w-fit text-accent">
        <Trans>Show</Trans>
      </summary>
      <dl className="mt-1 grid gap-1 text-xs">
        {fields.map(([name, value]) => (
          <div key={name}>
            <dt className="inline text-muted">{name}: </dt>
            <dd className="inline break-all text-ink">{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
        {request_id && (
          <div>
            <dt className="inline text-muted">
              <Trans>request</Trans>:{' '}
            </dt>
            <dd className="inline break-all text-ink select-all">{request_id}</dd>
          </div>
        )}
      </dl>
    </details>
  )
}
