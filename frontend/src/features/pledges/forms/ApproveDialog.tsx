import { Trans, useLingui } from '@lingui/react/macro'
import * as v from 'valibot'
import { api, ifMatch } from '@/api/client'
import { answer } from '@/api/problem'
import type { Pledge } from '@/api/types'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions, DialogBody } from '@/ui/Dialog'
import { Field, Form, MoneyInput, SubmitButton, useValidForm } from '@/ui/form'
import { toast } from '@/ui/toast'
import { ApprovalConsequence } from '../components/ApprovalConsequence'
import { WhatChanged } from '../components/WhatChanged'
import { usePledgeChange } from '../queries/use-pledge-change'
import { isAmount } from './intention'

const schema = v.object({
  amount: v.pipe(v.string(), v.regex(/^\d{1,12}\.\d{2}$/)),
})

/** A lead says yes to what a champion asked for, for as much or for less. */
export function ApproveDialog({ pledge, onClose }: { pledge: Pledge; onClose: () => void }) {
  const { t } = useLingui()
  const { seen, before, save, reload } = usePledgeChange(
    pledge,
    (base, { amount }: v.InferOutput<typeof schema>, headers) =>
      answer(
        api.POST('/pledges/{id}/approve', {
          params: { path: { id: base.id }, header: { ...headers, ...ifMatch(base) } },
          // As it was asked for, it stays a fraction where it was one.
          body: amount === base.amount ? {} : { amount },
        }),
      ),
    () => {
      toast(t`The pledge is approved. It counts from now on.`)
      onClose()
    },
  )
  const form = useValidForm(schema, { amount: seen.amount })
  const amount = form.watch('amount')
  const champion = seen.champion ?? t`Who asked`

  return (
    <Dialog
      about={`${seen.organization.name}, ${seen.project.title}`}
      title={t`Approve the pledge`}
      consequence={t`It counts from that moment, as if you had pledged it yourself. ${champion} is told by mail.`}
      onClose={onClose}
    >
      <Form form={form} onSubmit={save.mutateAsync} onReload={reload} className="gap-0">
        <DialogBody>
          {before && <WhatChanged before={before} now={seen} />}
          <Field name="amount" label={t`Approve`} help={t`As asked, or less.`}>
            <MoneyInput name="amount" />
          </Field>
          {isAmount(amount) && <ApprovalConsequence pledge={seen} amount={amount} />}
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>
            <Trans>Decide later</Trans>
          </Button>
          <SubmitButton>
            <Trans>Approve the pledge</Trans>
          </SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
