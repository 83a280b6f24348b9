import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useAction } from '@/api/action'
import { api, ifMatch } from '@/api/client'
import { answer } from '@/api/problem'
import type { Tier } from '@/api/types'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions, DialogBody } from '@/ui/Dialog'
import { Checkbox, Field, Form, MoneyInput, SubmitButton, TextArea, TextInput, useValidForm } from '@/ui/form'
import { toast } from '@/ui/toast'
import { type TierValues, tierDefaults, tierSchema } from './tier-schema'

/** Makes a tier, or changes the given one. */
export function TierDialog({ tier, onClose }: { tier: Tier | null; onClose: () => void }) {
  const { t } = useLingui()
  const queryClient = useQueryClient()
  const form = useValidForm(tierSchema, tierDefaults(tier))
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['tiers'] })
  const save = useAction(
    (body: TierValues, headers) =>
      answer<Tier>(
        tier
          ? api.PATCH('/admin/tiers/{slug}', {
              params: { path: { slug: tier.slug }, header: ifMatch(tier) },
              body,
              headers,
            })
          : api.POST('/admin/tiers', { body, headers }),
      ),
    {
      onDone: async ({ name }) => {
        await refresh()
        toast(t`${name} is saved.`)
        onClose()
      },
    },
  )

  return (
    <Dialog
      title={tier ? t`Edit ${tier.name}` : t`New tier`}
      consequence={t`Name, price and offers are public at once. Organisations that have the tier are not told.`}
      onClose={onClose}
    >
      <Form form={form} onSubmit={save.mutateAsync} onReload={() => refresh().then(onClose)} className="gap-0">
        <DialogBody>
          <Field name="name" label={t`Name`}>
            <TextInput {...form.register('name')} />
          </Field>
          <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_8rem]">
            <Field name="price" label={t`Price a year`} optional help={t`Left empty, it says “custom”.`}>
              <MoneyInput name="price" />
            </Field>
            <Field name="position" label={t`Place`} help={t`Low comes first.`}>
              <TextInput inputMode="numeric" {...form.register('position')} />
            </Field>
          </div>
          <Field name="summary" label={t`For whom`} help={t`One sentence.`}>
            <TextInput {...form.register('summary')} />
          </Field>
          <Field name="offers" label={t`What it offers`} optional help={t`One a line.`}>
            <TextArea {...form.register('offers')} />
          </Field>
          <div className="grid gap-2">
            <Checkbox {...form.register('early_look')}>
              <Trans>An early look at drafts, with comments</Trans>
            </Checkbox>
            <Checkbox {...form.register('quarterly_report')}>
              <Trans>A quarterly report</Trans>
            </Checkbox>
          </div>
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <SubmitButton>
            <Trans>Save the tier</Trans>
          </SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
