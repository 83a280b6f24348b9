import { Trans } from '@lingui/react/macro'
import type { Terms } from '@/api/types'
import { Badge } from '@/ui/Badge'
import { DateTime } from '@/ui/DateTime'
import { Prose } from '@/ui/Prose'

/** One version, as it was published; the current one stands open. */
export function Version({ terms, current }: { terms: Terms; current: boolean }) {
  return (
    <details open={current} className="border-t border-line py-4 last:border-b">
      <summary className="flex min-h-6 flex-wrap items-center gap-x-4 gap-y-1">
        <h2 className="text-lg">{terms.title}</h2>
        <span className="text-sm text-muted">{terms.version}</span>
        {current && (
          <Badge tone="on">
            <Trans>current</Trans>
          </Badge>
        )}
        <span className="ml-auto text-sm text-muted">
          <DateTime at={terms.published_at} />
        </span>
      </summary>
      <div className="pt-4">
        <Prose html={terms.body_html} />
      </div>
    </details>
  )
}
