import { Trans, useLingui } from '@lingui/react/macro'
import * as v from 'valibot'
import { api, ifMatch } from '@/api/client'
import { answer } from '@/api/problem'
import type { Pledge } from '@/api/types'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions, DialogBody } from '@/ui/Dialog'
import { Field, Form, rules, SubmitButton, TextArea, useValidForm } from '@/ui/form'
import { toast } from '@/ui/toast'
import { WhatChanged } from '../components/WhatChanged'
import { usePledgeChange } from '../queries/use-pledge-change'

const schema = v.object({ reason: rules.required() })

/** A lead says no to what a champion asked for, and why. */
export function DeclineDialog({ pledge, onClose }: { pledge: Pledge; onClose: () => void }) {
  const { t } = useLingui()
  const { seen, before, save, reload } = usePledgeChange(
    pledge,
    (base, body: v.InferOutput<typeof schema>, headers) =>
      answer(
        api.POST('/pledges/{id}/decline', {
          params: { path: { id: base.id }, header: { ...headers, ...ifMatch(base) } },
          body,
        }),
      ),
    () => {
      toast(t`The request is declined.`)
      onClose()
    },
  )
  const form = useValidForm(schema, { reason: '' })
  const champion = seen.champion ?? t`Who asked`

  return (
    <Dialog
      about={`${seen.organization.name}, ${seen.project.title}`}
      title={t`Decline the request`}
      consequence={t`${champion} is told by mail, with your reason. Nothing was counted, so nobody else notices.`}
      onClose={onClose}
    >
      <Form form={form} onSubmit={save.mutateAsync} onReload={reload} className="gap-0">
        <DialogBody>
          {before && <WhatChanged before={before} now={seen} />}
          <Field name="reason" label={t`Why`}>
            <TextArea rows={2} maxLength={1000} {...form.register('reason')} />
          </Field>
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>
            <Trans>Keep it waiting</Trans>
          </Button>
          <SubmitButton look="destroy">
            <Trans>Decline the request</Trans>
          </SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
