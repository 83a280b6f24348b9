import { Trans, useLingui } from '@lingui/react/macro'
import type { Budget } from '@/api/types'
import { isZero, less, sum, toMinor } from '@/lib/money'
import { CalendarDate } from '@/ui/DateTime'
import { Money } from '@/ui/Money'

type Props = {
  budget: Budget
  /** What of this pledge falls into the year. */
  amount: string
}

/** What the organisation's fiscal year has taken, what this would take, and what it leaves. */
export function YourYear({ budget: { ceiling, committed, ends, fiscal_year }, amount }: Props) {
  const { t } = useLingui()
  if (!ceiling) return null
  const left = less(ceiling, sum([committed, amount]))
  const parts = [
    { key: 'taken', amount: committed, fill: 'bg-line-strong' },
    { key: 'this', amount, fill: 'bg-accent' },
    { key: 'left', amount: left, fill: 'bg-c-open' },
  ]
  return (
    <div className="grid gap-2 rounded-lg border border-line p-4 text-sm sm:px-6">
      <p className="flex flex-wrap justify-between gap-x-3">
        <b>
          {fiscal_year},{' '}
          <Trans>
            until <CalendarDate date={ends} />
          </Trans>
        </b>
        <span className="text-muted">
          <Trans>
            <Money amount={ceiling} cents={false} /> at most
          </Trans>
        </span>
      </p>
      <div aria-hidden="true" className="keep-colour flex h-2.5 gap-0.5 overflow-hidden rounded-[3px]">
        {parts
          .filter((part) => !isZero(part.amount))
          .map((part) => (
            <span
              key={part.key}
              className={`basis-0 ${part.fill}`}
              style={{ flexGrow: toMinor(part.amount).toString() }}
            />
          ))}
      </div>
      <ul className="flex flex-wrap justify-between gap-x-4 text-xs text-muted" aria-label={t`What the year has`}>
        <li>
          <Trans>
            <Money amount={committed} cents={false} bare /> taken
          </Trans>
        </li>
        <li className="text-accent">
          <Trans>
            <Money amount={amount} cents={false} bare /> this pledge
          </Trans>
        </li>
        <li>
          <Trans>
            <b>
              <Money amount={left} cents={false} bare />
            </b>{' '}
            left
          </Trans>
        </li>
      </ul>
    </div>
  )
}
