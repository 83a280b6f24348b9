import { Trans, useLingui } from '@lingui/react/macro'
import type { Project, Terms } from '@/api/types'
import { compareAmounts } from '@/lib/money'
import { Callout } from '@/ui/Callout'
import { LastDay } from '@/ui/funding/LastDay'
import { Prose } from '@/ui/Prose'

/** The sentence that matters most before one pledges, and the terms it comes from, in full. */
export function NothingOwed({ project, terms }: { project: Project; terms: Terms }) {
  const { t } = useLingui()
  const { mode, closes_at, gap } = project
  const moving = mode === 'shared' && compareAmounts(gap, '0.00') === 0
  return (
    <>
      <Callout>
        <p className="font-medium">
          <Trans>Nothing is owed until the project is funded and your agreement is signed.</Trans>
        </p>
        <p className="text-sm">
          <Trans>A pledge is a statement of intent. It buys no control of the roadmap.</Trans>{' '}
          {closes_at && moving && (
            <Trans>
              Shares freeze on <LastDay project={project} />; then 2i2c’s fiscal sponsor sends an agreement and, after
              it, the invoices.
            </Trans>
          )}
          {!moving && (
            <Trans>Once it is funded, 2i2c’s fiscal sponsor sends an agreement and, after it, the invoices.</Trans>
          )}
        </p>
      </Callout>
      <details className="max-w-prose rounded-md border border-line text-ui">
        <summary className="px-4 py-2.5 text-ui font-medium text-accent">{t`Read the terms, version ${terms.version}`}</summary>
        <div className="border-t border-line px-4 py-4 text-sm">
          <Prose html={terms.body_html} />
        </div>
      </details>
    </>
  )
}
