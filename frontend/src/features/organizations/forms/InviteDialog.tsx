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
import { invitationsQuery } from '../queries/organizations'
import { useOrganization } from '../queries/use-organization'
import { RoleFields, roleFields, withLimit } from './RoleFields'

const schema = v.pipe(v.object({ email: rules.emailAddress(), ...roleFields }), v.transform(withLimit))

/** Asks somebody to join, by mail. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const { slug, name } = useOrganization()
  const queryClient = useQueryClient()
  const form = useValidForm(schema, { email: '', role: 'champion', pledge_limit: '' })
  const invite = useAction(
    (body: v.InferOutput<typeof schema>, headers) =>
      answer(api.POST('/organizations/{slug}/invitations', { params: { path: { slug } }, body, headers })),
    {
      onDone: async ({ email }) => {
        await queryClient.invalidateQueries(invitationsQuery(slug))
        toast(t`The invitation to ${email} is on its way.`)
        onClose()
      },
    },
  )

  return (
    <Dialog
      about={name}
      title={t`Invite a colleague`}
      consequence={t`They get a mail with a link, and belong to the organisation once they accept.`}
      onClose={onClose}
    >
      <Form form={form} onSubmit={invite.mutateAsync} className="gap-0">
        <DialogBody>
          <Field name="email" label={t`Email address`}>
            <TextInput type="email" inputMode="email" autoComplete="off" {...form.register('email')} />
          </Field>
          <RoleFields />
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <SubmitButton>
            <Trans>Send the invitation</Trans>
          </SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
