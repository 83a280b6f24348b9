import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Pledge } from '@/api/types'
import { toMinor } from '@/lib/money'
import { DateTime } from '@/ui/DateTime'
import { PledgeWord } from '@/ui/funding/FundingWord'
import { pledgeWords } from '@/ui/funding/pledge-words'
import { Money } from '@/ui/Money'
import type { Column } from '@/ui/table'
import { rungWords } from './Ladder'
import { rungOf, rungs } from './rungs'

/** An organisation's pledges as rows; ended ones too, since they are part of the story. */
export function usePledgeColumns(): Column<Pledge>[] {
  const { t, i18n } = useLingui()
  const standing = (pledge: Pledge) =>
    rungOf(pledge) === 'waiting' ? i18n._(rungWords.waiting.name) : i18n._(pledgeWords[pledge.status])
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
      text: standing,
      order: (pledge) => rungs.indexOf(rungOf(pledge) ?? 'requested') + (rungOf(pledge) ? 0 : rungs.length),
      cell: (pledge) =>
        rungOf(pledge) === 'waiting' ? i18n._(rungWords.waiting.name) : <PledgeWord status={pledge.status} />,
    },
    {
      key: 'amount',
      head: t`At most`,
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
    {
      key: 'years',
      head: t`Years`,
      text: ({ instalments }) => instalments.map(({ fiscal_year }) => fiscal_year).join(' '),
      cell: ({ instalments }) => instalments.map(({ fiscal_year }) => fiscal_year).join(', '),
    },
    {
      key: 'placed',
      head: t`Placed`,
      text: ({ placed_at }) => placed_at,
      cell: ({ placed_at }) => <DateTime at={placed_at} />,
    },
  ]
}
