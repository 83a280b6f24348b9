import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQueries } from '@tanstack/react-query'
import { useFormContext } from 'react-hook-form'
import { budgetQuery } from '@/api/pledges'
import { toCount } from '@/lib/count'
import { equalParts, yearsFrom } from '@/lib/fiscal-years'
import { less } from '@/lib/money'
import { CalendarDate } from '@/ui/DateTime'
import { Field, FractionInput, Select } from '@/ui/form'
import { useFieldError } from '@/ui/form/use-field-error'
import { Money } from '@/ui/Money'
import { splitOver } from './part-of-goal'
import type { MoneyValues } from './pledge-schema'

const counts = [1, 2, 3, 4, 5]

/** Which of the organisation's own fiscal years bear it; begins with all in the current one. */
export function YearsField({ organization, current }: { organization: string; current: string }) {
  const { t } = useLingui()
  const { watch, setValue, clearErrors } = useFormContext<MoneyValues>()
  const [instalments, amount] = watch(['instalments', 'amount'])
  const [whole, root] = [useFieldError('instalments'), useFieldError('instalments.root')]
  const error = whole ?? root
  const years = instalments.length > 0 ? instalments : equalParts(current, 1)
  const budgets = useQueries({ queries: years.map(({ fiscal_year }) => budgetQuery(organization, fiscal_year)) })
  const known = /^\d+\.\d{2}$/.test(amount) && years.every(({ part }) => /^(\d{1,2}\/\d{1,2}|[01](\.\d+)?)$/.test(part))
  const amounts = known ? splitOver(amount, years) : null

  return (
    <div className="grid gap-3">
      <Field name="instalments-count" label={t`Paid from`}>
        <Select
          value={years.length}
          onChange={({ target }) => {
            clearErrors('instalments')
            const count = toCount(target.value)
            setValue('instalments', count === 1 ? [] : equalParts(current, count), { shouldDirty: true })
          }}
        >
          {counts.map((count) => (
            <option key={count} value={count}>
              {count === 1
                ? t`${current}, the current fiscal year`
                : t`${count} fiscal years, ${current} to ${yearsFrom(current, count).at(-1)}`}
            </option>
          ))}
        </Select>
      </Field>
      {instalments.length > 0 && (
        <table className="w-full border-collapse text-sm">
          <caption className="sr-only">
            <Plural value={instalments.length} one="What the year bears" other="What each of # years bears" />
          </caption>
          <thead>
            <tr className="text-left text-xs text-muted">
              <th scope="col" className="pb-2 font-medium">
                <Trans>Year</Trans>
              </th>
              <th scope="col" className="pb-2 font-medium">
                <Trans>Part</Trans>
              </th>
              <th scope="col" className="pb-2 text-right font-medium">
                <Trans>This pledge</Trans>
              </th>
              <th scope="col" className="pb-2 text-right font-medium max-sm:hidden">
                <Trans>Left after it</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {years.map(({ fiscal_year }, index) => {
              const budget = budgets[index]?.data
              const share = amounts?.[index]?.amount
              return (
                <tr key={fiscal_year} className="border-t border-line last:border-b">
                  <th scope="row" className="py-2 pr-3 text-left font-normal text-ink">
                    {fiscal_year}
                    {budget && (
                      <span className="block text-xs text-muted">
                        <Trans>
                          to <CalendarDate date={budget.ends} />
                        </Trans>
                      </span>
                    )}
                  </th>
                  <td className="w-24 py-2 pr-3">
                    <Field
                      name={`instalments.${index}.part`}
                      label={<span className="sr-only">{t`Part of ${fiscal_year}`}</span>}
                    >
                      <FractionInput name={`instalments.${index}.part`} />
                    </Field>
                  </td>
                  <td className="py-2 text-right text-ink">{share ? <Money amount={share} bare /> : '–'}</td>
                  <td className="py-2 text-right text-muted max-sm:hidden">
                    {budget?.left && share ? <Money amount={less(budget.left, share)} bare /> : '–'}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {error && <p className="text-xs font-medium text-danger">{error}</p>}
    </div>
  )
}
