import { i18n } from '@lingui/core'
import { formatDate } from '@/lib/dates'
import { formatLocale } from '@/lib/locale'
import { formatMoney } from '@/lib/money'
import { modeWords } from '@/ui/funding/project-words'
import type { Content } from '../content/content'
import type { Part } from '../content/parts'

/** A part as plain text, to be compared by eye. */
export function inWords(content: Content, part: Part): string {
  const locale = formatLocale(i18n.locale)
  const money = (amount: string) => (/^\d{1,12}\.\d{2}$/.test(amount) ? formatMoney(amount, locale) : amount)
  switch (part) {
    case 'narratives':
      return content.narratives.join(', ')
    case 'deliverables':
      return content.deliverables
        .map(({ title, done_when, hours_low, hours_high }) => `${title} (${hours_low}–${hours_high})\n${done_when}`)
        .join('\n\n')
    case 'links':
      return content.links.map(({ url }) => url).join('\n')
    case 'goal':
      return [content.goal, content.goal_low, content.goal_high].filter(Boolean).map(money).join(' – ')
    case 'minimum_pledge':
      return money(content.minimum_pledge)
    case 'mode':
      return i18n._(modeWords[content.mode].name)
    case 'pledge_by':
      return content.pledge_by && formatDate(content.pledge_by, locale)
    default:
      return content[part]
  }
}
