import { Trans } from '@lingui/react/macro'
import { DateTime } from '@/ui/DateTime'

/** On paper only: where this can be read as it is by then. */
export function PrintedFrom({ slug }: { slug: string }) {
  const address = `${location.origin}/projects/${slug}`
  return (
    <p className="mt-12 hidden text-sm text-muted print:block">
      <Trans>
        Printed on <DateTime at={new Date().toISOString()} as="moment" /> from {address}, which goes on changing.
      </Trans>
    </p>
  )
}
