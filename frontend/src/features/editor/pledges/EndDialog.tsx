import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import * as v from 'valibot'
import type { Pledge } from '@/api/types'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions, DialogBody } from '@/ui/Dialog'
import { Field, Form, rules, SubmitButton, TextArea, useValidForm } from '@/ui/form'
import { type SendPledgeDeed, usePledgeDeed } from './use-pledge-deed'

type Props = {
  pledge: Pledge
  title: string
  consequence: ReactNode
  confirm: ReactNode
  said: string
  send: SendPledgeDeed<{ reason: string }>
  onClose: () => void
}

const schema = v.object({ reason: rules.required() })

/** Ends a pledge for a reason that stays on record. */
export function EndDialog({ pledge, title, consequence, confirm, said, send, onClose }: Props) {
  const { t } = useLingui()
  const form = useValidForm(schema, { reason: '' })
  const end = usePledgeDeed(pledge, send, () => said, onClose)
  return (
    <Dialog about={pledge.project.title} title={title} consequence={consequence} onClose={onClose}>
      <Form form={form} onSubmit={end.mutateAsync} onReload={end.reload} className="gap-0">
        <DialogBody>
          <Field name="reason" label={t`Why`} help={t`It stays in the pledge’s history for good.`}>
            <TextArea rows={3} {...form.register('reason')} />
          </Field>
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>
            <Trans>Keep the pledge</Trans>
          </Button>
          <SubmitButton look="destroy">{confirm}</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
