import { Trans, useLingui } from '@lingui/react/macro'
import * as v from 'valibot'
import type { Organization } from '@/api/types'
import { monthName } from '@/lib/dates'
import { formatLocale } from '@/lib/locale'
import { Field, Form, MoneyInput, rules, Select, SubmitButton, useValidForm } from '@/ui/form'
import { toast } from '@/ui/toast'
import { useOrganizationForm } from '../queries/use-organization-form'

const schema = v.object({
  fiscal_year_start_month: v.pipe(v.string(), v.transform(Number)),
  yearly_ceiling: rules.optionalAmount(),
})
const months = Array.from({ length: 12 }, (_, index) => index + 1)

const valuesOf = (organization: Organization) => ({
  fiscal_year_start_month: String(organization.fiscal_year_start_month ?? 1),
  yearly_ceiling: organization.yearly_ceiling ?? '',
})

/** When the year begins, and the most that all pledges of one year may add up to. */
export function BudgetForm() {
  const { t, i18n } = useLingui()
  const { values, save, reload } = useOrganizationForm(valuesOf, () => toast(t`The ceiling is saved.`))
  const form = useValidForm(schema, values)

  return (
    <Form form={form} onSubmit={save.mutateAsync} onReload={reload} className="max-w-form">
      <Field name="fiscal_year_start_month" label={t`Your fiscal year begins in`}>
        <Select {...form.register('fiscal_year_start_month')}>
          {months.map((month) => (
            <option key={month} value={month}>
              {monthName(month, formatLocale(i18n.locale))}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        name="yearly_ceiling"
        label={t`Ceiling for a fiscal year`}
        optional
        help={t`The most that pledges of one year may add up to. Left empty, there is none.`}
      >
        <MoneyInput name="yearly_ceiling" />
      </Field>
      <div>
        <SubmitButton>
          <Trans>Save year and ceiling</Trans>
        </SubmitButton>
      </div>
    </Form>
  )
}
