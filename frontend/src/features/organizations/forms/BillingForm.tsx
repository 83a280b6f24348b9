import { Trans, useLingui } from '@lingui/react/macro'
import * as v from 'valibot'
import type { Organization } from '@/api/types'
import { Field, Form, rules, SubmitButton, TextArea, TextInput, useValidForm } from '@/ui/form'
import { toast } from '@/ui/toast'
import { useOrganizationForm } from '../queries/use-organization-form'

const schema = v.object({
  billing_name: rules.optional(),
  billing_email: v.union([
    v.pipe(
      v.literal(''),
      v.transform(() => null),
    ),
    rules.emailAddress(),
  ]),
  billing_address: rules.optional(),
  billing_reference: rules.optional(),
})

const valuesOf = (organization: Organization) => ({
  billing_name: organization.billing_name ?? '',
  billing_email: organization.billing_email ?? '',
  billing_address: organization.billing_address ?? '',
  billing_reference: organization.billing_reference ?? '',
})

export function BillingForm() {
  const { t } = useLingui()
  const { values, save, reload } = useOrganizationForm(valuesOf, () => toast(t`The billing details are saved.`))
  const form = useValidForm(schema, values)

  return (
    <Form form={form} onSubmit={save.mutateAsync} onReload={reload} className="max-w-form">
      <Field name="billing_name" label={t`Name on the invoice`} optional>
        <TextInput autoComplete="organization" {...form.register('billing_name')} />
      </Field>
      <Field name="billing_email" label={t`Where invoices go`} optional>
        <TextInput type="email" inputMode="email" {...form.register('billing_email')} />
      </Field>
      <Field name="billing_address" label={t`Postal address`} optional>
        <TextArea rows={4} autoComplete="street-address" {...form.register('billing_address')} />
      </Field>
      <Field
        name="billing_reference"
        label={t`Reference`}
        optional
        help={t`A cost centre or a supplier number that every invoice should carry.`}
      >
        <TextInput {...form.register('billing_reference')} />
      </Field>
      <div>
        <SubmitButton>
          <Trans>Save billing details</Trans>
        </SubmitButton>
      </div>
    </Form>
  )
}
