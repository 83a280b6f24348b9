import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { LedgerLine } from '@/api/types'
import { isZero, settlementCurrency, sum } from '@/lib/money'
import { DateTime } from '@/ui/DateTime'
import { Money } from '@/ui/Money'
import { organizationsQuery } from '../queries/organizations'
import { ledgerWords } from './ledger-words'
import { readLine } from './read-line'

/** Lines as people read them; the file has all that stands in them. */
export function LedgerTable({ lines }: { lines: readonly LedgerLine[] }) {
  const { t } = useLingui()
  const currency = settlementCurrency()
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">{t`Lines of the ledger, the newest first`}</caption>
      <thead>
        <tr className="text-left text-xs text-muted *:pb-2 *:align-bottom *:font-medium">
          <th scope="col">
            <Trans>Line</Trans>
          </th>
          <th scope="col">
            <Trans>What happened</Trans>
          </th>
          <th scope="col" className="pl-4 text-right">
            {currency}
          </th>
          <th scope="col" className="pl-4 text-right max-sm:hidden">
            <Trans>Offered after, {currency}</Trans>
          </th>
          <th scope="col" className="pl-4 text-right max-sm:hidden">
            <Trans>Hash</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.seq} line={line} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ line }: { line: LedgerLine }) {
  const { i18n } = useLingui()
  const { amount, organization, totals } = readLine(line)
  return (
    <tr className="border-t border-line last:border-b *:py-2.5 *:align-baseline">
      <td className="w-10 text-muted">{line.seq}</td>
      <td>
        <span className="text-ink">{i18n._(ledgerWords(line.kind))}</span>
        {organization && (
          <>
            {' · '}
            <Organization slug={organization} />
          </>
        )}
        <span className="block text-xs text-muted">
          <DateTime at={line.at} />
        </span>
      </td>
      <td className="pl-4 text-right text-ink">{amount && <Money amount={amount} bare />}</td>
      <td className="pl-4 text-right text-muted max-sm:hidden">
        {totals && !isZero(totals.goal) && <Money amount={sum([totals.ceilings, totals.waiting])} bare />}
      </td>
      <td className="pl-4 text-right max-sm:hidden">
        <code className="text-muted" title={line.hash}>
          {line.hash.slice(0, 8)}
        </code>
      </td>
    </tr>
  )
}

/** A line knows an address, which is shown until the name is there, and where the organisation is gone. */
function Organization({ slug }: { slug: string }) {
  const { data: organizations = [] } = useQuery(organizationsQuery)
  return (
    <Link to="/organizations/$slug" params={{ slug }}>
      {organizations.find((organization) => organization.slug === slug)?.name ?? slug}
    </Link>
  )
}
