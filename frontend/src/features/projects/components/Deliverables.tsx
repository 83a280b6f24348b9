import { Trans, useLingui } from '@lingui/react/macro'
import type { Deliverable } from '@/api/types'
import { Section } from '@/ui/Page'

/** What will be there in the end, how anybody can tell, and how much work that is. */
export function Deliverables({ deliverables }: { deliverables: readonly Deliverable[] }) {
  const { t } = useLingui()
  if (deliverables.length === 0) return null
  const low = total(deliverables.map(({ hours_low }) => hours_low))
  const high = total(deliverables.map(({ hours_high }) => hours_high))

  return (
    <Section
      title={t`What will be delivered`}
      actions={
        <p className="text-sm text-muted">
          {low && high && (
            <Trans>
              {low} – {high} hours in all
            </Trans>
          )}
        </p>
      }
    >
      <ol className="border-b border-line">
        {deliverables.map(({ title, done_when, hours_low, hours_high }, index) => (
          <li
            key={title}
            className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 gap-y-1 border-t border-line py-3 sm:grid-cols-[1.25rem_minmax(0,1fr)_auto]"
          >
            <span aria-hidden="true" className="text-ui text-muted">
              {index + 1}
            </span>
            <h3 className="font-sans text-ui tracking-normal">{title}</h3>
            <p className="text-sm whitespace-nowrap text-muted max-sm:col-start-2">
              {hours_low && hours_high ? (
                <Trans>
                  {hours_low} – {hours_high} h
                </Trans>
              ) : null}
            </p>
            <p className="col-start-2 max-w-prose text-sm text-muted">
              <Trans>Done when: {done_when}</Trans>
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** Together, if each says so; a sum with a hole in it would mislead. */
function total(hours: readonly (number | null | undefined)[]): number | null {
  return hours.every((each) => typeof each === 'number') ? hours.reduce((sum, each) => sum + each, 0) : null
}
