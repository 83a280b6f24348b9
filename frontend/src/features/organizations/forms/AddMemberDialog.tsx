import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { answer } from '@/api/problem'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions, DialogBody } from '@/ui/Dialog'
import { Field, Form, rules, SubmitButton, TextInput, useValidForm } from '@/ui/form'
import { toast } from '@/ui/toast'
import { membersQuery } from '../queries/organizations'
import { useOrganization } from '../queries/use-organization'
import { RoleFields, roleFields, withLimit } from './RoleFields'

const schema = v.pipe(
  v.object({ email: rules.emailAddress(), name: rules.required(), ...roleFields }),
  v.transform(withLimit),
)

/** Staff add somebody they have spoken to, without an invitation. */
export function AddMemberDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const { slug, name } = useOrganization()
  const queryClient = useQueryClient()
  const form = useValidForm(schema, { email: '', name: '', role: 'lead', pledge_limit: '' })
  const add = useAction(
    (body: v.InferOutput<typeof schema>, headers) =>
      answer(api.POST('/organizations/{slug}/members', { params: { path: { slug } }, body, headers })),
    {
      onDone: async (_, { name: added }) => {
        await queryClient.invalidateQueries(membersQuery(slug))
        toast(t`${added} now belongs to ${name}.`)
        onClose()
      },
    },
  )

  return (
    <Dialog
      about={name}
      title={t`Add somebody at once`}
      consequence={t`They belong to the organisation right away and are told by mail. An account is made if they have none.`}
      onClose={onClose}
    >
      <Form form={form} onSubmit={add.mutateAsync} className="gap-0">
        <DialogBody>
          <Field name="email" label={t`Email address`}>
            <TextInput type="email" inputMode="email" autoComplete="off" {...form.register('email')} />
          </Field>
          <Field name="name" label={t`Name`} help={t`Used only if they have no account yet.`}>
            <TextInput autoComplete="off" {...form.register('name')} />
          </Field>
          <RoleFields />
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <SubmitButton>
            <Trans>Add them</Trans>
          </SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
