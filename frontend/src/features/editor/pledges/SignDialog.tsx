import { Trans, useLingui } from '@lingui/react/macro'
import * as v from 'valibot'
import { api } from '@/api/client'
import type { Pledge } from '@/api/types'
import { daysFromToday } from '@/lib/dates'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions, DialogBody } from '@/ui/Dialog'
import { DateInput, Field, Form, rules, SubmitButton, TextInput, useValidForm } from '@/ui/form'
import { Money } from '@/ui/Money'
import { usePledgeDeed } from './use-pledge-deed'

const schema = v.object({ agreement_reference: rules.required(), agreement_date: rules.required() })

/** Notes that the agreement is signed: from then on the pledge is owed. */
export function SignDialog({ pledge, onClose }: { pledge: Pledge; onClose: () => void }) {
  const { t } = useLingui()
  const form = useValidForm(schema, { agreement_reference: '', agreement_date: daysFromToday(0) })
  const sign = usePledgeDeed(
    pledge,
    (params, body: v.InferOutput<typeof schema>) => api.POST('/pledges/{id}/sign', { params, body }),
    ({ organization }) => t`${organization.name} has signed.`,
    onClose,
  )

  return (
    <Dialog
      about={`${pledge.organization.name} · ${pledge.project.title}`}
      title={t`Note the signed agreement`}
      consequence={
        <Trans>
          <Money amount={pledge.share} /> moves from pledged to signed, in public. It can no longer be withdrawn, nor
          the project closed. No mail goes out.
        </Trans>
      }
      onClose={onClose}
    >
      <Form form={form} onSubmit={sign.mutateAsync} onReload={sign.reload} className="gap-0">
        <DialogBody>
          <div className="grid gap-5 sm:grid-cols-2">
            <Field
              name="agreement_reference"
              label={t`Reference`}
              help={t`Under which it is kept, such as MOU-2027-014.`}
            >
              <TextInput autoComplete="off" {...form.register('agreement_reference')} />
            </Field>
            <Field name="agreement_date" label={t`Signed on`}>
              <DateInput {...form.register('agreement_date')} />
            </Field>
          </div>
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <SubmitButton>
            <Trans>Note the agreement</Trans>
          </SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
