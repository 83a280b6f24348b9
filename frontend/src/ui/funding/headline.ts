import { i18n } from '@lingui/core'
import { t } from '@lingui/core/macro'
import type { Project } from '@/api/types'
import { browserTimeZone, formatShortDay } from '@/lib/dates'
import { compareAmounts, formatMoney, formatMoneyRange, isZero } from '@/lib/money'
import { closeReasonWords } from './project-words'

type Facts = Pick<
  Project,
  | 'funding'
  | 'delivery'
  | 'covered'
  | 'goal'
  | 'goal_low'
  | 'goal_high'
  | 'pledged'
  | 'remaining'
  | 'tipping_point'
  | 'signed'
  | 'gap'
  | 'funded_at'
  | 'done_at'
  | 'close_reason'
>

/** The one thing about a project that matters now: "US$ 5,000 tips it", "Funded 2 Oct". `locale` is that of formats. */
export function headline(project: Facts, locale: string): string {
  const { funding, delivery, covered, goal, goal_low, goal_high, remaining, tipping_point, gap } = project
  const money = (amount: string) => formatMoney(amount, locale, { cents: false })
  const day = (instant: string) => formatShortDay(instant, locale, browserTimeZone())

  switch (funding) {
    case 'draft':
    case 'candidate':
      if (goal) return money(goal)
      return goal_low && goal_high ? formatMoneyRange(goal_low, goal_high, locale) : t`No goal yet`
    case 'open':
      if (covered) return t`Covered`
      if (tipping_point && compareAmounts(tipping_point, remaining) < 0) return t`${money(tipping_point)} tips it`
      return t`${money(remaining)} to go`
    case 'missed':
      return t`${money(remaining)} short`
    case 'closed':
      return project.close_reason ? i18n._(closeReasonWords[project.close_reason]) : t`Closed`
    case 'funded':
      if (!isZero(gap)) return t`${money(gap)} gap`
      if (delivery === 'done' && project.done_at) return t`Delivered ${day(project.done_at)}`
      if (compareAmounts(project.signed, project.pledged) === 0) return t`Fully signed`
      return project.funded_at ? t`Funded ${day(project.funded_at)}` : t`Funded`
  }
}
