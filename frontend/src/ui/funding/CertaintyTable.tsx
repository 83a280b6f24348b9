import { Trans, useLingui } from '@lingui/react/macro'
import { partsOf, type Standing } from '@/lib/certainty'
import { classes } from '@/lib/classes'
import { formatLocale } from '@/lib/locale'
import { formatPercent, isZero, settlementCurrency } from '@/lib/money'
import { Money } from '../Money'
import { CertaintySwatch } from './CertaintyLegend'
import { certaintyWords } from './certainty-words'

/** The bar as a table that adds up to the goal. Waiting is named where it is known, a gap where there is one. */
export function CertaintyTable({ caption, ...standing }: Standing & { caption: string }) {
  const { i18n } = useLingui()
  const locale = formatLocale(i18n.locale)
  const rows = partsOf(standing).filter(({ certainty, amount }) => {
    if (certainty === 'waiting') return standing.waiting !== undefined
    return certainty !== 'gap' || !isZero(amount)
  })

  return (
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="text-left text-xs text-muted *:pb-2 *:font-medium">
          <th scope="col">
            <Trans>Certainty</Trans>
          </th>
          <th scope="col" className="max-sm:hidden">
            <Trans>What it means</Trans>
          </th>
          <th scope="col" className="text-right">
            {settlementCurrency()}
          </th>
          <th scope="col" className="pl-4 text-right">
            <Trans>Of goal</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ certainty, amount, percent }) => {
          const none = isZero(amount)
          const { name, meaning } = certaintyWords[certainty]
          return (
            <tr key={certainty} className="border-t border-line last:border-b *:py-2.5">
              <th scope="row" className={classes('pr-4 text-left font-medium', none ? 'text-muted' : 'text-ink')}>
                <span className="flex items-center gap-2">
                  <CertaintySwatch certainty={certainty} />
                  {i18n._(name)}
                </span>
              </th>
              <td className="pr-4 text-muted max-sm:hidden">{i18n._(meaning)}</td>
              <td className={classes('text-right', none ? 'text-muted' : 'font-medium text-ink')}>
                {none ? '–' : <Money amount={amount} cents={false} bare />}
              </td>
              <td className="pl-4 text-right text-muted">{none ? '–' : formatPercent(percent, locale)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
