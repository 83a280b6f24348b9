import { Trans, useLingui } from '@lingui/react/macro'
import { formatLocale } from '@/lib/locale'
import { formatAmount, settlementCurrency, toMinor } from '@/lib/money'
import { Badge } from '@/ui/Badge'
import { DateTime } from '@/ui/DateTime'
import { PledgeWord } from '@/ui/funding/FundingWord'
import { pledgeWords, visibilityWords } from '@/ui/funding/pledge-words'
import { Logo } from '@/ui/Logo'
import type { Column } from '@/ui/table'
import { type PledgeDeed, PledgeDeeds } from './PledgeDeeds'
import type { SeenPledge } from './standing'

/** What staff see of a project's pledges: all of them by name, and what can be done with each. */
export function usePledgeColumns(onDeed: (deed: PledgeDeed) => void): Column<SeenPledge>[] {
  const { t, i18n } = useLingui()
  const locale = formatLocale(i18n.locale)
  const currency = settlementCurrency()
  return [
    {
      key: 'organization',
      head: t`Institution`,
      text: ({ organization }) => organization?.name ?? '',
      cell: ({ organization, visibility }) => (
        <span className="flex items-center gap-3 text-left">
          <Logo name={organization?.name ?? '–'} url={organization?.logo_url} />
          <span className="grid">
            <span className="font-medium text-ink">{organization?.name}</span>
            {visibility !== 'public' && (
              <span className="text-xs text-muted">{i18n._(visibilityWords[visibility].name)}</span>
            )}
          </span>
        </span>
      ),
    },
    {
      key: 'status',
      head: t`State`,
      text: ({ status, active }) =>
        status === 'pledged' && !active ? t`waits for its conditions` : i18n._(pledgeWords[status]),
      cell: ({ status, active }) =>
        status === 'pledged' && !active ? (
          <Badge>
            <Trans>waits for its conditions</Trans>
          </Badge>
        ) : (
          <PledgeWord status={status} />
        ),
    },
    {
      key: 'amount',
      head: t`At most, ${currency}`,
      numeric: true,
      text: ({ amount }) => amount,
      order: ({ amount }) => toMinor(amount),
      cell: ({ amount }) => formatAmount(amount, locale),
    },
    {
      key: 'share',
      head: t`Counts, ${currency}`,
      numeric: true,
      text: ({ share }) => share,
      order: ({ share }) => toMinor(share),
      cell: ({ share }) => (toMinor(share) === 0n ? '–' : formatAmount(share, locale)),
    },
    {
      key: 'placed',
      head: t`Placed`,
      text: ({ placed_at }) => placed_at ?? '',
      cell: ({ placed_at }) => placed_at && <DateTime at={placed_at} />,
    },
    { key: 'actions', head: t`Actions`, cell: (pledge) => <PledgeDeeds seen={pledge} onDeed={onDeed} /> },
  ]
}
