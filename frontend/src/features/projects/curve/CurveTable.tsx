import { Trans, useLingui } from '@lingui/react/macro'
import type { ProgressPoint } from '@/api/types'
import { isZero, settlementCurrency } from '@/lib/money'
import { CalendarDate } from '@/ui/DateTime'
import { Money } from '@/ui/Money'

/** The steps as a table, for whoever would rather read them, and for copying. */
export function CurveTable({ points }: { points: readonly ProgressPoint[] }) {
  const { t } = useLingui()
  const currency = settlementCurrency()
  const waited = points.some(({ waiting }) => !isZero(waiting))
  const above = points.some(({ ceilings, pledged }) => ceilings !== pledged)

  return (
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">{t`Totals at the end of each day on which they changed`}</caption>
      <thead>
        <tr className="text-xs text-muted *:pb-2 *:text-right *:font-medium *:first:text-left">
          <th scope="col">
            <Trans>Date</Trans>
          </th>
          <th scope="col">
            <Trans>Counted, {currency}</Trans>
          </th>
          {above && (
            <th scope="col">
              <Trans>Ceilings, {currency}</Trans>
            </th>
          )}
          {waited && (
            <th scope="col">
              <Trans>Waiting, {currency}</Trans>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {points.map(({ day, pledged, ceilings, waiting }) => (
          <tr key={day} className="border-t border-line *:py-2 *:text-right *:first:text-left">
            <td>
              <CalendarDate date={day} />
            </td>
            <td className="text-ink">
              <Money amount={pledged} cents={false} bare />
            </td>
            {above && (
              <td>
                <Money amount={ceilings} cents={false} bare />
              </td>
            )}
            {waited && <td>{isZero(waiting) ? '–' : <Money amount={waiting} cents={false} bare />}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
