import { Trans, useLingui } from '@lingui/react/macro'
import * as v from 'valibot'
import type { AdminUser } from '@/api/types'
import { Field, Form, rules, SubmitButton, TextInput, useBase, useValidForm } from '@/ui/form'
import { toast } from '@/ui/toast'
import { useChangePerson, usePerson } from '../queries/use-person'

const schema = v.object({ name: rules.required(), email: rules.emailAddress() })

const valuesOf = ({ name, email }: AdminUser) => ({ name, email })

/** Name and address. The address is what signs in, so only staff change it. */
export function PersonForm() {
  const { t } = useLingui()
  const { base: person, values, rebase } = useBase(usePerson(), valuesOf)
  const { change, reload } = useChangePerson(person, (changed) => {
    rebase(changed)
    toast(t`The person is saved.`)
  })
  const form = useValidForm(schema, values)
  // The address goes along only from those who may change it.
  const save = ({ name, email }: v.InferOutput<typeof schema>) =>
    change.mutateAsync({ name, ...(person.can.change_address.ok && { email }) })

  return (
    <Form form={form} onSubmit={save} onReload={() => reload().then(rebase)} className="max-w-form">
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
