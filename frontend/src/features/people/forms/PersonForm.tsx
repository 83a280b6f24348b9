import { Trans, useLingui } from '@lingui/react/macro'
import * as v from 'valibot'
import { Field, Form, rules, SubmitButton, TextInput, useValidForm } from '@/ui/form'
import { toast } from '@/ui/toast'
import { useChangePerson } from '../queries/use-person'

const schema = v.object({ name: rules.required(), email: rules.emailAddress() })

/** Name and address. The address is what signs in, so only staff change it. */
export function PersonForm() {
  const { t } = useLingui()
  const { person, change, reload } = useChangePerson(() => toast(t`The person is saved.`))
  const form = useValidForm(schema, { name: person.name, email: person.email })
  // The address goes along only from those who may change it.
  const save = ({ name, email }: v.InferOutput<typeof schema>) =>
    change.mutateAsync({ name, ...(person.can.change_address.ok && { email }) })

  return (
    <Form form={form} onSubmit={save} onReload={reload} className="max-w-form">
      <Field name="name" label={t`Name`}>
        <TextInput {...form.register('name')} />
      </Field>
      <Field name="email" label={t`Email address`} help={t`Links to sign in go there from now on.`}>
        <TextInput
          type="email"
          inputMode="email"
          readOnly={!person.can.change_address.ok}
          {...form.register('email')}
        />
      </Field>
      <div>
        <SubmitButton>
          <Trans>Save</Trans>
        </SubmitButton>
      </div>
    </Form>
  )
}
