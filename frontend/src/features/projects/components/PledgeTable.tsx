import { Trans, useLingui } from '@lingui/react/macro'
import type { PublicPledge } from '@/api/types'
import { settlementCurrency, sum } from '@/lib/money'
import { DateTime } from '@/ui/DateTime'
import { Money } from '@/ui/Money'
import { Backer } from './Backer'

type Props = { pledges: readonly PublicPledge[]; shared: boolean; pledged: string }

/** Everybody who counts, adding up to the figure above. */
export function PledgeTable({ pledges, shared, pledged }: Props) {
  const { t } = useLingui()
  const currency = settlementCurrency()
  // One way of writing amounts for a whole column: with cents if any amount has them.
  const cents = pledges.some(({ amount, share }) => !amount.endsWith('.00') || !share.endsWith('.00'))
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">{t`Counted pledges`}</caption>
      <thead>
        <tr className="text-left text-xs text-muted *:pb-2 *:font-medium">
          <th scope="col">
            <Trans>Organisation</Trans>
          </th>
          <th scope="col" className="max-sm:hidden">
            <Trans>Since</Trans>
          </th>
          {shared && (
            <th scope="col" className="pl-4 text-right">
              <Trans>Ceiling, {currency}</Trans>
            </th>
          )}
          <th scope="col" className="pl-4 text-right">
            {shared ? <Trans>Share, {currency}</Trans> : <Trans>Pledge, {currency}</Trans>}
          </th>
        </tr>
      </thead>
      <tbody>
        {pledges.map((pledge, index) => (
          <tr key={pledge.id ?? `hidden-${index}`} className="border-t border-line *:py-2.5">
            <td>
              <Backer pledge={pledge} />
            </td>
            <td className="whitespace-nowrap text-muted max-sm:hidden">
              {pledge.placed_at && <DateTime at={pledge.placed_at} />}
            </td>
            {shared && (
              <td className="pl-4 text-right text-muted">
                <Money amount={pledge.amount} cents={cents} bare />
              </td>
            )}
            <td className="pl-4 text-right text-ink">
              <Money amount={pledge.share} cents={cents} bare />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-t border-line-strong font-semibold text-ink *:py-3">
          <th scope="row" className="text-left">
            <Trans>Counted</Trans>
          </th>
          <td className="max-sm:hidden" />
          {shared && (
            <td className="pl-4 text-right">
              <Money amount={sum(pledges.map(({ amount }) => amount))} cents={cents} bare />
            </td>
          )}
          <td className="pl-4 text-right">
            <Money amount={pledged} cents={cents} bare />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
