import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Budget } from '@/api/types'
import { formatFraction } from '@/lib/fraction'
import { formatLocale } from '@/lib/locale'
import { toMinor } from '@/lib/money'
import { PledgeWord } from '@/ui/funding/FundingWord'
import { pledgeWords } from '@/ui/funding/pledge-words'
import { Money } from '@/ui/Money'
import type { Column } from '@/ui/table'
import { rungWords } from './Ladder'
import { rungOf } from './rungs'

type BudgetPledge = Budget['pledges'][number]

/** What a fiscal year bears of each pledge. */
export function useBudgetColumns(): Column<BudgetPledge>[] {
  const { t, i18n } = useLingui()
  const waits = (pledge: BudgetPledge) => rungOf(pledge) === 'waiting'
  return [
    {
      key: 'project',
      head: t`Project`,
      text: ({ project }) => project.title,
      cell: ({ id, project }) => (
        <Link to="/pledges/$id" params={{ id }} className="font-medium">
          {project.title}
        </Link>
      ),
    },
    {
      key: 'status',
      head: t`Stands at`,
      text: (pledge) => i18n._(waits(pledge) ? rungWords.waiting.name : pledgeWords[pledge.status]),
      cell: (pledge) => (waits(pledge) ? i18n._(rungWords.waiting.name) : <PledgeWord status={pledge.status} />),
    },
    {
      key: 'part',
      head: t`Part`,
      text: ({ part }) => part,
      cell: ({ part }) => (part === '1/1' ? t`all of it` : formatFraction(part, formatLocale(i18n.locale))),
    },
    {
      key: 'amount',
      head: t`In full`,
      numeric: true,
      text: ({ amount }) => amount,
      order: ({ amount }) => toMinor(amount),
      cell: ({ amount }) => <Money amount={amount} bare />,
    },
    {
      key: 'share',
      head: t`Share today`,
      numeric: true,
      text: ({ share }) => share,
      order: ({ share }) => toMinor(share),
      cell: ({ share, active }) => (active ? <Money amount={share} bare /> : '–'),
    },
  ]
}
