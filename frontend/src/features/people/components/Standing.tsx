import { Trans } from '@lingui/react/macro'
import type { AdminUser } from '@/api/types'
import { Badge } from '@/ui/Badge'

/** What sets somebody apart: runs Cofund, or may not come in. */
export function Standing({ person: { staff, admin, disabled_at, erased_at } }: { person: AdminUser }) {
  return (
    <span className="flex flex-wrap gap-1">
      {admin && (
        <Badge tone="on">
          <Trans>administrator</Trans>
        </Badge>
      )}
      {staff && !admin && (
        <Badge tone="on">
          <Trans>staff</Trans>
        </Badge>
      )}
      {erased_at && (
        <Badge tone="danger">
          <Trans>erased</Trans>
        </Badge>
      )}
      {disabled_at && !erased_at && (
        <Badge tone="danger">
          <Trans>disabled</Trans>
        </Badge>
      )}
    </span>
  )
}
