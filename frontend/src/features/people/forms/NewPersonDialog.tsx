import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import * as v from 'valibot'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { answer } from '@/api/problem'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions, DialogBody } from '@/ui/Dialog'
import { Field, Form, rules, SubmitButton, TextInput, useValidForm } from '@/ui/form'
import { toast } from '@/ui/toast'

const schema = v.object({ email: rules.emailAddress(), name: rules.required() })

/** An account for somebody. What they may do comes afterwards, on their own page or an organisation's. */
export function NewPersonDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const form = useValidForm(schema, { email: '', name: '' })
  const create = useAction(
    (body: v.InferOutput<typeof schema>, headers) => answer(api.POST('/admin/users', { body, headers })),
    {
      onDone: async ({ id, name }) => {
        await queryClient.invalidateQueries({ queryKey: ['people'], exact: true })
        toast(t`${name} has an account.`)
        await navigate({ to: '/staff/people/$id', params: { id } })
      },
    },
  )

  return (
    <Dialog
      title={t`New person`}
      consequence={t`They can sign in with a link to this address. For members of an organisation, an invitation is the usual way.`}
      onClose={onClose}
    >
      <Form form={form} onSubmit={create.mutateAsync} className="gap-0">
        <DialogBody>
          <Field name="name" label={t`Name`}>
            <TextInput autoComplete="off" {...form.register('name')} />
          </Field>
          <Field name="email" label={t`Email address`}>
            <TextInput type="email" inputMode="email" autoComplete="off" {...form.register('email')} />
          </Field>
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <SubmitButton>
            <Trans>Create the account</Trans>
          </SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
