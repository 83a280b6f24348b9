import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import * as v from 'valibot'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { answer } from '@/api/problem'
import { Field, Form, rules, SubmitButton, TextInput, useValidForm } from '@/ui/form'
import { LookIntoMailbox } from '../components/LookIntoMailbox'

const schema = v.object({ email: rules.emailAddress() })

/** Asks for a link by mail, then says the same to everybody: whether an address is known is nobody's business. */
export function MailLinkForm({ email = '', returnTo }: { email?: string; returnTo?: string | undefined }) {
  const { t } = useLingui()
  const [sentTo, setSentTo] = useState<string | null>(null)
  const form = useValidForm(schema, { email })
  const send = useAction(({ email: to }: { email: string }, headers) =>
    answer(
      api.POST('/auth/magic-links', { body: { email: to, ...(returnTo && { return_to: returnTo }) }, headers }),
    ).then(() => setSentTo(to)),
  )

  if (sentTo) return <LookIntoMailbox email={sentTo} onBack={() => setSentTo(null)} />
  return (
    <Form form={form} onSubmit={send.mutateAsync}>
      <Field name="email" label={t`Email address`} help={t`The one your organisation or 2i2c knows you by.`}>
        <TextInput type="email" autoComplete="email" inputMode="email" {...form.register('email')} />
      </Field>
      <SubmitButton size="wide">
        <Trans>Send me a link</Trans>
      </SubmitButton>
    </Form>
  )
}
