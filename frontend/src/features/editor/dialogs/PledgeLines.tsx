import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { PublicPledge } from '@/api/types'
import { settlementCurrency } from '@/lib/money'
import { Logo } from '@/ui/Logo'
import { Money } from '@/ui/Money'

type Props = {
  caption: string
  pledges: readonly PublicPledge[]
  /** The amount that the deed is about. */
  amount: (pledge: PublicPledge) => string
  amountHead: ReactNode
  /** What is particular to a pledge, in a word or two. */
  remark: (pledge: PublicPledge) => ReactNode
  total?: { label: ReactNode; amount: string }
}

/** Whom a deed concerns, line by line, and what it comes to. */
export function PledgeLines({ caption, pledges, amount, amountHead, remark, total }: Props) {
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="text-xs text-muted">
          <th scope="col" className="pb-2 text-left font-medium">
            <Trans>Institution</Trans>
          </th>
          <th scope="col" className="pb-2 pl-4 text-right font-medium">
            {amountHead}, {settlementCurrency()}
          </th>
        </tr>
      </thead>
      <tbody>
        {pledges.map((pledge) => (
          <tr key={pledge.id} className="border-t border-line">
            <th scope="row" className="py-2.5 text-left font-normal">
              <span className="flex items-center gap-3">
                <Logo name={pledge.organization?.name ?? '–'} url={pledge.organization?.logo_url} />
                <span className="grid">
                  <span className="font-medium text-ink">{pledge.organization?.name}</span>
                  <span className="text-xs text-muted">{remark(pledge)}</span>
                </span>
              </span>
            </th>
            <td className="py-2.5 pl-4 text-right text-ink">
              <Money amount={amount(pledge)} bare />
            </td>
          </tr>
        ))}
      </tbody>
      {total && (
        <tfoot>
          <tr className="border-t border-line-strong font-semibold text-ink">
            <th scope="row" className="pt-2.5 text-left">
              {total.label}
            </th>
            <td className="pt-2.5 pl-4 text-right">
              <Money amount={total.amount} bare />
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}
