import { plural, t } from '@lingui/core/macro'
import type { Explanation, FundingMode } from '@/api/types'
import { formatMoney } from '@/lib/money'

/**
 * What the API says of how things stand, in the reader's language: its code and numbers as a sentence. `locale` is that
 * of formats. A pledge funds what is `fixed`; a coalition it covers, which is funded only when its shares are settled.
 */
export function explainStanding({ code, params, text }: Explanation, locale: string, mode?: FundingMode): string {
  const money = (name: string) => formatMoney(String(params[name]), locale, { cents: false })
  const count = (name: string) => (typeof params[name] === 'number' ? params[name] : 0)

  switch (code) {
    case 'tipping_point':
      return mode === 'shared'
        ? t`A pledge of ${money('amount')} by anyone would cover it now.`
        : t`A pledge of ${money('amount')} by anyone would fund it now.`
    case 'remaining_completes':
      return t`Taking the remaining ${money('amount')} would fund it, although that is below the minimum.`
    case 'wakes_others':
      return plural(count('pledges'), {
        one: `A pledge of ${money('amount')} by anyone wakes # waiting pledge (${money('ceilings')}).`,
        other: `A pledge of ${money('amount')} by anyone wakes # waiting pledges (${money('ceilings')}).`,
      })
    case 'covered':
      return t`The goal is covered. Until it is settled, whoever joins lowers everybody’s share.`
    case 'gap':
      return t`It was funded, and ${money('gap')} has fallen away since.`
    case 'funds_project':
      return t`This completes the goal: the project is funded.`
    case 'wakes':
      return plural(count('pledges'), {
        one: `# pledge that waited (${money('ceilings')}) would count.`,
        other: `# pledges that waited (${money('ceilings')}) would count.`,
      })
    case 'sleeps':
      return plural(count('pledges'), {
        one: `# pledge that counts (${money('ceilings')}) would wait.`,
        other: `# pledges that count (${money('ceilings')}) would wait.`,
      })
    case 'waits_for_approval':
      return t`${money('amount')} waits for a lead of your organisation and holds nothing until then.`
    case 'counts_whole':
      return t`${money('amount')} counts in full.`
    case 'bears_share':
      return t`Of at most ${money('ceiling')} it bears ${money('share')} as things stand; whoever joins can only lower that.`
    case 'share_is_final':
      return t`The shares are settled: it bears ${money('share')}.`
    case 'waits_for_organizations':
      return plural(count('missing'), {
        one: 'It counts as soon as # more institution does.',
        other: 'It counts as soon as # more institutions do.',
      })
    case 'waits_for_amount':
      return t`It counts as soon as others commit ${money('missing')} more.`
    case 'waits_for_total':
      return t`It counts as soon as ${money('missing')} more is committed in all.`
    case 'waits_for_organization':
      return t`It counts as soon as a public pledge of ${String(params.organization)} does.`
    case 'name_waits':
      return t`Your name is not shown while no other hidden pledge stands beside yours: subtraction would tell what you gave.`
    default:
      // Newer than this page: English is better than silence.
      return text
  }
}
