import { i18n } from '@lingui/core'
import { plural, t } from '@lingui/core/macro'
import type { Conditions } from '@/api/types'
import { formatLocale } from '@/lib/locale'
import { formatMoney } from '@/lib/money'

/** What must hold before the pledge counts, each condition a sentence; none is an empty list. */
export function conditionSentences(conditions: Partial<Conditions>, nameOf: (slug: string) => string): string[] {
  const money = (amount: string) => formatMoney(amount, formatLocale(i18n.locale), { cents: false })
  const { min_other_orgs, min_other_amount, min_total, requires_org } = conditions
  return [
    min_other_orgs &&
      plural(min_other_orgs, {
        one: 'Only if # other institution counts',
        other: 'Only if # other institutions count',
      }),
    min_other_amount && t`Only if others commit at least ${money(min_other_amount)}`,
    min_total && t`Only if all commit at least ${money(min_total)} together`,
    requires_org && t`Only together with ${nameOf(requires_org)}`,
  ].filter((sentence) => typeof sentence === 'string')
}
