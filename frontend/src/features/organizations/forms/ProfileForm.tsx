import { Trans, useLingui } from '@lingui/react/macro'
import * as v from 'valibot'
import { Field, Form, rules, SubmitButton, TextArea, TextInput, useValidForm } from '@/ui/form'
import { toast } from '@/ui/toast'
import { useChangeOrganization } from '../queries/use-organization'

const schema = v.object({
  profile: v.pipe(v.string(), v.trim()),
  website: rules.optionalWebAddress(),
  ror_id: rules.optional(),
})

export function ProfileForm() {
  const { t } = useLingui()
  const { organization, change, reload } = useChangeOrganization(() => toast(t`The profile is saved.`))
  const { profile, website, ror_id } = organization
  const form = useValidForm(schema, { profile, website: website ?? '', ror_id: ror_id ?? '' })

  return (
    <Form form={form} onSubmit={change.mutateAsync} onReload={reload} className="max-w-form">
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
        help={t`Such as https://ror.org/021nxhr62. It makes your credit readable for machines.`}
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
