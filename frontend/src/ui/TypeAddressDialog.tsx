import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import * as v from 'valibot'
import { Button } from './Button'
import { Dialog, DialogActions, DialogBody } from './Dialog'
import { TextInput } from './form/controls'
import { Field } from './form/Field'
import { Form, useValidForm } from './form/Form'
import { required } from './form/rules'
import { SubmitButton } from './form/SubmitButton'

type Props = {
  title: ReactNode
  consequence: ReactNode
  about?: ReactNode
  /** What to type, so that nobody does it by mistake. Whether it is right, the API says. */
  label: ReactNode
  confirm: ReactNode
  onConfirm: (typed: string) => Promise<unknown>
  onClose: () => void
}

const schema = v.object({ email: required() })

/** Before something that nothing brings back: one types the address it is about. */
export function TypeAddressDialog({ title, consequence, about, label, confirm, onConfirm, onClose }: Props) {
  const form = useValidForm(schema, { email: '' })
  return (
    <Dialog title={title} consequence={consequence} about={about} onClose={onClose}>
      <Form form={form} onSubmit={({ email }) => onConfirm(email)} className="gap-0">
        <DialogBody>
          <Field name="email" label={label}>
            <TextInput type="email" inputMode="email" autoComplete="off" {...form.register('email')} />
          </Field>
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <SubmitButton look="destroy">{confirm}</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
