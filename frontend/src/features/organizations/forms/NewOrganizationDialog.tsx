import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import * as v from 'valibot'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { answer } from '@/api/problem'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions, DialogBody } from '@/ui/Dialog'
import { DateInput, Field, Form, rules, SubmitButton, TextInput, useValidForm } from '@/ui/form'
import { toast } from '@/ui/toast'
import { KindSelect } from './KindSelect'
import { TierSelect } from './TierSelect'

const schema = v.object({
  name: rules.required(),
  kind: v.picklist(['member', 'funder']),
  tier: rules.optional(),
  membership_starts: rules.optional(),
  membership_ends: rules.optional(),
  website: rules.optionalWebAddress(),
})
const nothing = { name: '', kind: 'member' as const, tier: '', membership_starts: '', membership_ends: '', website: '' }

/** Admits an organisation; its people come next, on its own page. */
export function NewOrganizationDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const form = useValidForm(schema, nothing)
  const create = useAction(
    (body: v.InferOutput<typeof schema>, headers) => answer(api.POST('/organizations', { body, headers })),
    {
      onDone: async ({ slug, name }) => {
        await queryClient.invalidateQueries({ queryKey: ['organizations'] })
        toast(t`${name} is in. Now invite its lead.`)
        await navigate({ to: '/organizations/$slug/people', params: { slug } })
      },
    },
  )

  return (
    <Dialog
      title={t`New organisation`}
      consequence={t`It appears in the public list at once. Nobody is told yet.`}
      onClose={onClose}
    >
      <Form form={form} onSubmit={create.mutateAsync} className="gap-0">
        <DialogBody>
          <Field name="name" label={t`Name`}>
            <TextInput autoComplete="off" {...form.register('name')} />
          </Field>
          <div className="grid gap-5 sm:grid-cols-2">
            <KindSelect />
            <TierSelect current={null} />
            <Field name="membership_starts" label={t`Membership begins`} optional>
              <DateInput {...form.register('membership_starts')} />
            </Field>
            <Field name="membership_ends" label={t`Membership ends`} optional>
              <DateInput {...form.register('membership_ends')} />
            </Field>
          </div>
          <Field name="website" label={t`Website`} optional>
            <TextInput type="url" inputMode="url" placeholder="https://" {...form.register('website')} />
          </Field>
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <SubmitButton>
            <Trans>Create the organisation</Trans>
          </SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
