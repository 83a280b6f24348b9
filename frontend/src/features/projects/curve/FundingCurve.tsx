import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { ProjectDetail } from '@/api/types'
import { daysFromToday, formatDate } from '@/lib/dates'
import { formatLocale } from '@/lib/locale'
import { formatMoney } from '@/lib/money'
import { Section } from '@/ui/Page'
import { progressQuery } from '../queries/project'
import { CurveChart } from './CurveChart'
import { CurveTable } from './CurveTable'
import { useWidth } from './use-width'

/** How it got here: the totals day by day, as a picture and as a table. */
export function FundingCurve({ project }: { project: ProjectDetail }) {
  const { t, i18n } = useLingui()
  const [figure, width] = useWidth<HTMLElement>(700)
  const { points } = useSuspenseQuery(progressQuery(project.slug)).data
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return null

  const locale = formatLocale(i18n.locale)
  const running = project.funding === 'open'
  const today = running ? daysFromToday(0) : last.day
  const money = (amount: string) => formatMoney(amount, locale, { cents: false })
  const since = formatDate(first.day, locale)
  const [counted, goal] = [money(last.pledged), money(last.goal ?? last.pledged)]

  return (
    <Section title={t`How it got here`}>
      <figure ref={figure}>
        <CurveChart
          points={points}
          today={today}
          until={(running && project.pledge_by) || last.day}
          width={width}
          label={t`Since ${since} pledges rose to ${counted}; the goal is ${goal}.`}
        />
      </figure>
      <details className="mt-3 print:hidden">
        <summary className="min-h-6 w-fit text-sm font-medium text-accent">
          <Trans>The same as a table</Trans>
        </summary>
        <div className="mt-3">
          <CurveTable points={points} />
        </div>
      </details>
    </Section>
  )
}
