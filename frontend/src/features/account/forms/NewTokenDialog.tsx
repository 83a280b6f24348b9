import { t } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import * as v from 'valibot'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { answer } from '@/api/problem'
import { useMe } from '@/api/session'
import type { NewToken } from '@/api/types'
import { daysFromToday, endOfDay } from '@/lib/dates'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions, DialogBody } from '@/ui/Dialog'
import { Choices, DateInput, Field, Form, rules, SubmitButton, TextInput, useValidForm } from '@/ui/form'
import { scopesFor, scopeWords } from '../components/scopes'

const schema = v.object({
  name: rules.required(),
  scopes: v.pipe(
    v.array(v.picklist(['read', 'pledge', 'organization', 'staff', 'admin'])),
    v.minLength(1, () => t`Choose at least one.`),
  ),
  expires_at: v.pipe(rules.required(), v.transform(endOfDay)),
})

type Props = { onClose: () => void; onMade: (token: NewToken) => unknown }

/** What the token is for, what it may do, and until when. */
export function NewTokenDialog({ onClose, onMade }: Props) {
  const { t, i18n } = useLingui()
  const me = useMe()
  const form = useValidForm(schema, { name: '', scopes: ['read'], expires_at: daysFromToday(90) })
  const make = useAction(
    (body: v.InferOutput<typeof schema>, headers) => answer(api.POST('/me/tokens', { body, headers })),
    { onDone: onMade },
  )

  return (
    <Dialog
      title={t`Make an access token`}
      consequence={t`Whoever has the token can act in your name, within what you tick. You see it once.`}
      onClose={onClose}
    >
      <Form form={form} onSubmit={make.mutateAsync} className="gap-0">
        <DialogBody>
          <Field name="name" label={t`What is it for?`} help={t`Such as “Quarterly report”. Only you see this.`}>
            <TextInput {...form.register('name')} />
          </Field>
          <Choices
            pick="many"
            legend={t`It may`}
            choices={scopesFor(me).map((value) => ({
              value,
              label: i18n._(scopeWords[value].name),
              explanation: i18n._(scopeWords[value].explanation),
            }))}
            {...form.register('scopes')}
          />
          <Field name="expires_at" label={t`Until`} help={t`It stops working at the end of this day.`}>
            <DateInput min={daysFromToday(1)} {...form.register('expires_at')} />
          </Field>
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <SubmitButton>
            <Trans>Make the token</Trans>
          </SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
