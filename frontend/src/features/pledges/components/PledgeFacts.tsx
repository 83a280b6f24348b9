import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { organizationsQuery } from '@/api/organizations'
import type { Pledge } from '@/api/types'
import { formatFraction } from '@/lib/fraction'
import { formatLocale } from '@/lib/locale'
import { visibilityWords } from '@/ui/funding/pledge-words'
import { Money } from '@/ui/Money'
import { conditionSentences } from './condition-words'

/** All that was said when pledging, as it stands now. */
export function PledgeFacts({ pledge }: { pledge: Pledge }) {
  const { t, i18n } = useLingui()
  const { data: organizations } = useSuspenseQuery({ ...organizationsQuery, staleTime: 60_000 })
  const nameOf = (slug: string) => organizations.find((one) => one.slug === slug)?.name ?? slug
  const conditions = conditionSentences(pledge.conditions, nameOf)
  const { amount, fraction, share, project, instalments, visibility, purchase_order, note, champion } = pledge

  return (
    <dl className="grid text-ui sm:grid-cols-[12.5rem_minmax(0,1fr)]">
      <Line name={project.mode === 'shared' ? t`At most` : t`Amount`}>
        <Money amount={amount} />
        {fraction && fraction !== '1/1' && (
          <span className="text-muted">
            , <Trans>{formatFraction(fraction, formatLocale(i18n.locale))} of the goal</Trans>
          </span>
        )}
      </Line>
      <Line name={t`Bears as things stand`}>
        <b>
          <Money amount={share} />
        </b>
      </Line>
      {conditions.length > 0 && <Line name={t`Condition`}>{conditions.join('; ')}</Line>}
      <Line name={t`Paid from`}>
        <ul className="grid gap-0.5">
          {instalments.map((year) => (
            <li key={year.fiscal_year} className="flex max-w-72 justify-between gap-4">
              <span>
                {year.fiscal_year}
                {instalments.length > 1 && (
                  <span className="text-muted">, {formatFraction(year.part, formatLocale(i18n.locale))}</span>
                )}
              </span>
              <Money amount={year.amount} />
            </li>
          ))}
        </ul>
      </Line>
      <Line name={t`Who sees that it is you`}>
        {i18n._(visibilityWords[visibility].name)}
        <span className="block text-sm text-muted">{i18n._(visibilityWords[visibility].explanation)}</span>
      </Line>
      <Line name={t`Purchase order`}>
        {purchase_order ?? (
          <span className="text-muted">
            <Trans>none yet</Trans>
          </span>
        )}
      </Line>
      {note && <Line name={t`In your words`}>{note}</Line>}
      {champion && <Line name={t`Placed by`}>{champion}</Line>}
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
