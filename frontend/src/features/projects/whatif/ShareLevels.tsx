import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { projectPledgesQuery } from '@/api/projects'
import type { ProjectDetail, Simulation } from '@/api/types'
import { formatLocale } from '@/lib/locale'
import { formatMoney } from '@/lib/money'
import { LevelChart } from '@/ui/funding/LevelChart'
import { levelOf, sharesAfter } from '@/ui/funding/shares-after'
import { Money } from '@/ui/Money'
import { fallOf } from './fall'

type Props = { project: ProjectDetail; simulation: Simulation; ceiling: string }

/** Everybody's share with one more: whose falls, and the level that cuts the ceilings. */
export function ShareLevels({ project, simulation, ceiling }: Props) {
  const { t, i18n } = useLingui()
  const money = (amount: string) => formatMoney(amount, formatLocale(i18n.locale), { cents: false })
  const { pledges } = useSuspenseQuery(projectPledgesQuery(project.slug)).data
  const shares = sharesAfter(pledges, simulation, { ceiling }, t`An institution`)
  const level = levelOf(shares)
  const fall = fallOf(shares)

  return (
    <>
      {fall && (
        <p className="-mt-3 text-sm text-ink">
          <Plural
            value={fall.count}
            one={`Then # share falls, from ${money(fall.from)} to ${money(fall.to)}.`}
            other={`Then # shares fall, the highest from ${money(fall.from)} to ${money(fall.to)}.`}
          />
        </p>
      )}
      <LevelChart
        caption={t`Everybody’s share now, and if you join`}
        columns={shares}
        level={level}
        before={project.level ?? null}
      >
        {level && (
          <Trans>
            Nobody would bear more than <Money amount={level} cents={false} />.
          </Trans>
        )}
      </LevelChart>
    </>
  )
}
