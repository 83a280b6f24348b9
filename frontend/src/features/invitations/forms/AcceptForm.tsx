import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import * as v from 'valibot'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { answer } from '@/api/problem'
import { beginSession } from '@/api/session'
import type { OrganizationRef } from '@/api/types'
import { Field, Form, rules, SubmitButton, TextInput, useValidForm } from '@/ui/form'
import { toast } from '@/ui/toast'
import { forgetInvitation } from '../components/pending-invitation'

const known = v.object({ name: v.optional(v.string()) })
const unknown = v.object({ name: rules.required() })

type Props = { token: string; organization: OrganizationRef; isNew: boolean }

/** Says yes; somebody new also says what to be called. */
export function AcceptForm({ token, organization, isNew }: Props) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const form = useValidForm<{ name?: string | undefined }, { name?: string | undefined }>(isNew ? unknown : known, {})
  const accept = useAction(
    ({ name }: { name?: string | undefined }, headers) =>
      answer(api.POST('/invitations/accept', { body: { token, ...(isNew && name && { name }) }, headers })),
    {
      onDone: async (session) => {
        forgetInvitation()
        beginSession(session)
        toast(t`Welcome to ${organization.name}.`)
        await navigate({ to: '/organizations/$slug', params: { slug: organization.slug }, replace: true })
      },
    },
  )

  return (
    <Form form={form} onSubmit={accept.mutateAsync}>
      {isNew && (
        <Field name="name" label={t`Your name`} help={t`As colleagues and staff should see it.`}>
          <TextInput autoComplete="name" {...form.register('name')} />
        </Field>
      )}
      <SubmitButton size="wide">
        <Trans>Accept the invitation</Trans>
      </SubmitButton>
    </Form>
  )
}
