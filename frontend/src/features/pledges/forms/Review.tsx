import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import type { Project } from '@/api/types'
import { formatFraction } from '@/lib/fraction'
import { listFormat } from '@/lib/intl'
import { formatLocale } from '@/lib/locale'
import { Money } from '@/ui/Money'
import { conditionSentences } from '../components/condition-words'
import { visibilityChoices } from '../components/visibility-choices'
import type { Candidate } from '../queries/candidates'
import type { Consequence } from '../queries/use-consequence'
import { conditionsOf, type NewPledgeValues } from './pledge-schema'

type Props = {
  project: Project
  candidates: readonly Candidate[]
  current: string
  ceiling: boolean
  consequence: Consequence
}

/** All that is about to be sent, in one place to read once more. */
export function Review({ candidates, current, ceiling, consequence: { simulation } }: Props) {
  const { t, i18n } = useLingui()
  const values = useFormContext<NewPledgeValues>().watch()
  const nameOf = (slug: string) =>
    candidates.find(({ organization }) => organization.slug === slug)?.organization.name ?? slug
  const conditions = conditionSentences(conditionsOf(values), nameOf)
  const own = simulation?.shares.find(({ own }) => own)
  const years = values.instalments.map(({ fiscal_year }) => fiscal_year)
  const list = listFormat(formatLocale(i18n.locale))

  return (
    <dl className="grid text-ui sm:grid-cols-[12.5rem_minmax(0,1fr)]">
      <Line name={ceiling ? t`At most` : t`Amount`}>
        {/^\d+\.\d{2}$/.test(values.amount) ? (
          <>
            <Money amount={values.amount} />
            {values.fraction && values.fraction !== '1/1' && (
              <span className="text-muted">
                , <Trans>{formatFraction(values.fraction, formatLocale(i18n.locale))} of the goal</Trans>
              </span>
            )}
          </>
        ) : (
          <Trans>not said yet</Trans>
        )}
      </Line>
      {ceiling && own && (
        <Line name={t`Share if it settled now`}>
          <Money amount={own.after} />
        </Line>
      )}
      <Line name={t`From`}>
        {nameOf(values.organization)}, {years.length > 0 ? list.format(years) : current}
      </Line>
      {ceiling && (
        <Line name={t`Condition`}>
          {values.conditions.when.length > conditions.length ? (
            <Trans>not said yet</Trans>
          ) : conditions.length === 0 ? (
            <Trans>None, it counts at once</Trans>
          ) : (
            conditions.join('; ')
          )}
        </Line>
      )}
      <Line name={t`Who sees that it is you`}>{visibilityChoices([values.visibility])[0]?.label}</Line>
    </dl>
  )
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="border-t border-line pt-2 text-muted max-sm:text-sm sm:pb-2">{name}</dt>
      <dd className="border-line pb-2 text-ink sm:border-t sm:pt-2">{children}</dd>
    </>
  )
}
