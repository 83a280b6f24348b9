import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Project } from '@/api/types'
import { formatDate } from '@/lib/dates'
import { formatLocale } from '@/lib/locale'
import { formatAmount, settlementCurrency, toMinor } from '@/lib/money'
import { DateTime } from '@/ui/DateTime'
import { FundingWord } from '@/ui/funding/FundingWord'
import { modeWords, stateOf } from '@/ui/funding/project-words'
import type { Column } from '@/ui/table'

/** What staff look for in the list of all projects. */
export function useProjectColumns(): Column<Project>[] {
  const { t, i18n } = useLingui()
  const locale = formatLocale(i18n.locale)
  const currency = settlementCurrency()
  const bare = (amount: string) => formatAmount(amount, locale, { cents: false })
  const goal = ({ goal, goal_low, goal_high }: Project) =>
    goal ? bare(goal) : goal_low && goal_high ? `${bare(goal_low)} – ${bare(goal_high)}` : '–'
  const money = (key: 'pledged' | 'remaining', head: string): Column<Project> => ({
    key,
    head,
    numeric: true,
    text: (project) => project[key],
    order: (project) => toMinor(project[key]),
    cell: (project) => (toMinor(project[key]) === 0n ? '–' : bare(project[key])),
  })
  return [
    {
      key: 'title',
      head: t`Project`,
      text: ({ title }) => title,
      cell: ({ slug, title }) => (
        <Link
          to="/staff/projects/$slug"
          params={{ slug }}
          className="font-medium text-ink no-underline hover:underline"
        >
          {title}
        </Link>
      ),
    },
    {
      key: 'state',
      head: t`State`,
      text: (project) => i18n._(stateOf(project)),
      cell: (project) => <FundingWord project={project} />,
    },
    {
      key: 'mode',
      head: t`Mode`,
      text: ({ mode }) => i18n._(modeWords[mode].name),
      cell: ({ mode }) => i18n._(modeWords[mode].name),
    },
    {
      key: 'goal',
      head: t`Goal, ${currency}`,
      numeric: true,
      text: ({ goal, goal_low, goal_high }) => goal ?? [goal_low, goal_high].filter(Boolean).join(' – '),
      order: ({ goal, goal_low }) => toMinor(goal ?? goal_low ?? '0.00'),
      cell: goal,
    },
    money('pledged', t`Pledged`),
    money('remaining', t`To go`),
    {
      key: 'closes',
      head: t`Pledge by`,
      text: ({ pledge_by }) => pledge_by ?? '',
      cell: ({ pledge_by }) =>
        pledge_by ? (
          <time dateTime={pledge_by} className="whitespace-nowrap">
            {formatDate(pledge_by, locale, 'short')}
          </time>
        ) : (
          '–'
        ),
    },
    {
      key: 'updated',
      head: t`Changed`,
      text: ({ updated_at }) => updated_at,
      cell: ({ updated_at }) => <DateTime at={updated_at} as="ago" />,
    },
  ]
}
