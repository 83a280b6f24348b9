import { Trans, useLingui } from '@lingui/react/macro'
import type { Stats as Numbers } from '@/api/types'
import { formatLocale } from '@/lib/locale'
import { formatPercent } from '@/lib/money'
import { CertaintyBar } from '@/ui/funding/CertaintyBar'
import { CertaintyTable } from '@/ui/funding/CertaintyTable'
import { Money } from '@/ui/Money'
import { Rounded } from '@/ui/Rounded'
import { Stat, Stats } from '@/ui/Stat'

/** All of it together: the figures, the bar, and the table the bar comes from. */
export function Totals({ stats: { totals, honour_rate, median_days_to_fund } }: { stats: Numbers }) {
  const { t, i18n } = useLingui()
  return (
    <div className="grid gap-8">
      <Stats>
        <Stat
          label={
            <Trans>
              pledged, of <Money amount={totals.goal} cents={false} bare />
            </Trans>
          }
        >
          <Money amount={totals.pledged} cents={false} />
        </Stat>
        <Stat label={<Trans>for funded items</Trans>}>
          <Money amount={totals.funded} cents={false} />
        </Stat>
        <Stat label={<Trans>organisations pay</Trans>}>{totals.backers}</Stat>
        <Stat label={<Trans>member communities</Trans>}>{totals.communities}</Stat>
        {median_days_to_fund && (
          <Stat label={<Trans>days to funded, median</Trans>}>
            <Rounded number={median_days_to_fund} />
          </Stat>
        )}
        {honour_rate && (
          <Stat label={<Trans>honour rate, paid of promised</Trans>}>
            {formatPercent(honour_rate, formatLocale(i18n.locale))}
          </Stat>
        )}
      </Stats>
      <div className="grid gap-4">
        <CertaintyBar {...totals} size="large" decorative />
        <CertaintyTable {...totals} caption={t`All projects by certainty`} />
      </div>
    </div>
  )
}
