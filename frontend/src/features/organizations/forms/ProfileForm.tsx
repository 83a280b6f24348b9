import { Trans, useLingui } from '@lingui/react/macro'
import * as v from 'valibot'
import type { Organization } from '@/api/types'
import { Field, Form, rules, SubmitButton, TextArea, TextInput, useValidForm } from '@/ui/form'
import { toast } from '@/ui/toast'
import { useOrganizationForm } from '../queries/use-organization-form'

const schema = v.object({
  profile: v.pipe(v.string(), v.trim()),
  website: rules.optionalWebAddress(),
  ror_id: rules.optional(),
})

const valuesOf = (organization: Organization) => ({
  profile: organization.profile,
  website: organization.website ?? '',
  ror_id: organization.ror_id ?? '',
})

export function ProfileForm() {
  const { t } = useLingui()
  const { values, save, reload } = useOrganizationForm(valuesOf, () => toast(t`The profile is saved.`))
  const form = useValidForm(schema, values)

  return (
    <Form form={form} onSubmit={save.mutateAsync} onReload={reload} className="max-w-form">
      <Field
        name="profile"
        label={t`About you`}
        help={t`A few sentences. Markdown works: **bold**, lists, [links](https://…).`}
      >
        <TextArea rows={7} {...form.register('profile')} />
      </Field>
      <Field name="website" label={t`Website`} optional>
        <TextInput type="url" inputMode="url" placeholder="https://" {...form.register('website')} />
      </Field>
      <Field
        name="ror_id"
        label={t`Identifier in the Research Organization Registry`}
        optional
        help={t`Such as https://ror.org/0c0fnd016. It makes your credit readable for machines.`}
      >
        <TextInput type="url" inputMode="url" placeholder="https://ror.org/" {...form.register('ror_id')} />
      </Field>
      <div>
        <SubmitButton>
          <Trans>Save the profile</Trans>
        </SubmitButton>
      </div>
    </Form>
  )
}
