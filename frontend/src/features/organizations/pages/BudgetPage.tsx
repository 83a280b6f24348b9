/** An organisation's money by its own fiscal years, and what it could still complete in this one. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { budgetQuery } from '@/api/pledges'
import { type Needs, prefetch } from '@/api/prefetch'
import { formatDate } from '@/lib/dates'
import { yearsFrom } from '@/lib/fiscal-years'
import { formatLocale } from '@/lib/locale'
import { formatMoney } from '@/lib/money'
import { EmptyState } from '@/ui/EmptyState'
import { Select } from '@/ui/form'
import { Section, useTitle } from '@/ui/Page'
import { Table } from '@/ui/table'
import { useFilters } from '@/ui/use-filters'
import { BudgetYear } from '../components/BudgetYear'
import { useBudgetColumns } from '../components/budget-columns'
import { WithinReach } from '../components/WithinReach'
import { useOrganization } from '../queries/use-organization'

/** The year before, this one and the next: what was, what is, what is promised already. */
const around = (current: string) => yearsFrom(current, 3, -1)

export async function load({ queryClient, params: { slug = '' } }: Needs) {
  const { fiscal_year } = await prefetch(queryClient, budgetQuery(slug))
  await Promise.all(around(fiscal_year).map((year) => prefetch(queryClient, budgetQuery(slug, year))))
}

const route = getRouteApi('/organizations/$slug/budget')

export default function BudgetPage() {
  const { t, i18n } = useLingui()
  const { name, slug } = useOrganization()
  const { year } = route.useSearch()
  const setFilters = useFilters()
  const columns = useBudgetColumns()
  const { data: now } = useSuspenseQuery(budgetQuery(slug))
  const years = useSuspenseQueries({ queries: around(now.fiscal_year).map((one) => budgetQuery(slug, one)) })
  const shown = years.find(({ data }) => data.fiscal_year === year)?.data ?? now
  useTitle(t`Budget · ${name}`)
  const locale = formatLocale(i18n.locale)
  const left = now.left && formatMoney(now.left, locale, { cents: false })
  const ends = formatDate(now.ends, locale)

  return (
    <>
      <Section
        title={t`Budget by fiscal year`}
        lead={<Trans>The ceiling counts pledges in full, waiting ones too.</Trans>}
      >
        <div className="grid gap-8 sm:grid-cols-3">
          {years.map(({ data }) => (
            <BudgetYear key={data.fiscal_year} budget={data} current={now} />
          ))}
        </div>
      </Section>
      <Section title={left ? t`What ${left} could complete before ${ends}` : t`What one pledge could complete`}>
        {now.fits.length > 0 ? (
          <WithinReach fits={now.fits} organization={slug} />
        ) : (
          <EmptyState title={t`Nothing within reach right now`}>
            <Trans>No open project without you is so close that one pledge would complete it within the year.</Trans>
          </EmptyState>
        )}
      </Section>
      <Section title={t`What ${shown.fiscal_year} bears`}>
        <Table
          caption={t`Pledges in ${shown.fiscal_year}`}
          columns={columns}
          rows={shown.pledges}
          rowKey={({ id }) => id}
          csv={t`budget-${shown.fiscal_year}`}
          tools={
            <label className="grid min-w-36 gap-1.5 text-sm font-medium text-ink">
              <Trans>Fiscal year</Trans>
              <Select
                value={shown.fiscal_year}
                onChange={({ target }) =>
                  setFilters({ year: target.value === now.fiscal_year ? undefined : target.value })
                }
              >
                {years.map(({ data: { fiscal_year } }) => (
                  <option key={fiscal_year}>{fiscal_year}</option>
                ))}
              </Select>
            </label>
          }
          empty={<EmptyState title={t`This year bears nothing`} />}
        />
      </Section>
    </>
  )
}
