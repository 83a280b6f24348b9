import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Budget } from '@/api/types'
import { compareAmounts, isZero, less, toMinor } from '@/lib/money'
import { CalendarDate } from '@/ui/DateTime'
import { Money } from '@/ui/Money'

/** One fiscal year: a bar of what it holds, the same in numbers that add up, and what is left. */
export function BudgetYear({ budget, current }: { budget: Budget; current: Budget }) {
  const { t } = useLingui()
  const { fiscal_year, ends, ceiling, committed, waiting, requested, signed, share, left } = budget
  const counted = less(committed, waiting)
  const parts = [
    { key: 'signed', amount: signed, fill: 'bg-c-signed' },
    { key: 'pledged', amount: less(counted, signed), fill: 'bg-c-pledged' },
    { key: 'waiting', amount: waiting, fill: 'certain-waiting' },
    { key: 'left', amount: left ?? '0.00', fill: 'bg-c-open' },
  ].filter(({ amount }) => !isZero(amount))

  return (
    <section aria-label={t`Fiscal year ${fiscal_year}`} className="grid content-start gap-2.5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <b>{fiscal_year}</b>
        <span className="text-sm text-muted">
          <Trans>
            until <CalendarDate date={ends} />
          </Trans>
        </span>
      </p>
      <div aria-hidden="true" className="keep-colour flex h-4 gap-0.5 overflow-hidden rounded-sm">
        {parts.length === 0 && <span className="flex-1 bg-c-open" />}
        {parts.map(({ key, amount, fill }) => (
          <span key={key} className={`basis-0 ${fill}`} style={{ flexGrow: toMinor(amount).toString() }} />
        ))}
      </div>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 text-sm">
        <Line name={t`Committed`} amount={committed} />
        {!isZero(waiting) && <Line name={t`of it waiting for conditions`} amount={waiting} faint />}
        {!isZero(signed) && <Line name={t`of it signed`} amount={signed} faint />}
        {!isZero(requested) && <Line name={t`Asked for, not decided`} amount={requested} faint />}
        {ceiling && <Line name={t`Ceiling`} amount={ceiling} />}
      </dl>
      <p className="text-sm">
        {left ? (
          ends < current.starts ? (
            <Trans>
              It is over; <Money amount={left} cents={false} /> were not used.
            </Trans>
          ) : fiscal_year === current.fiscal_year ? (
            <Trans>
              <b>
                <Money amount={left} cents={false} /> left
              </b>{' '}
              before <CalendarDate date={ends} />.
            </Trans>
          ) : (
            <Trans>
              <Money amount={left} cents={false} /> left.
            </Trans>
          )
        ) : (
          <Trans>No ceiling is set.</Trans>
        )}{' '}
        {compareAmounts(share, counted) < 0 && (
          <Trans>
            As things stand you bear <Money amount={share} />; shares can only fall.
          </Trans>
        )}
      </p>
    </section>
  )
}

function Line({ name, amount, faint = false }: { name: ReactNode; amount: string; faint?: boolean }) {
  return (
    <>
      <dt className={faint ? 'pl-3 text-xs text-muted' : 'text-muted'}>{name}</dt>
      <dd className={faint ? 'text-right text-xs text-muted' : 'text-right text-ink'}>
        <Money amount={amount} bare />
      </dd>
    </>
  )
}
