import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import * as v from 'valibot'
import { api, ifMatch } from '@/api/client'
import { answer } from '@/api/problem'
import { simulationQuery } from '@/api/projects'
import type { Pledge } from '@/api/types'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions, DialogBody } from '@/ui/Dialog'
import { Field, Form, rules, SubmitButton, TextArea, useValidForm } from '@/ui/form'
import { FormFailure } from '@/ui/form/FormFailure'
import { Skeleton } from '@/ui/Skeleton'
import { toast } from '@/ui/toast'
import { Cascade } from '../components/Cascade'
import { WhatChanged } from '../components/WhatChanged'
import { usePledgeChange } from '../queries/use-pledge-change'

const schema = v.object({ reason: rules.required() })

/** Taking a pledge back, with all that follows from it in sight before it is confirmed. */
export function WithdrawDialog({ pledge, onClose }: { pledge: Pledge; onClose: () => void }) {
  const { t } = useLingui()
  const { seen, before, save, reload } = usePledgeChange(
    pledge,
    (base, body: v.InferOutput<typeof schema>, headers) =>
      answer(
        api.POST('/pledges/{id}/withdraw', {
          params: { path: { id: base.id }, header: { ...headers, ...ifMatch(base) } },
          body,
        }),
      ),
    () => {
      toast(t`The pledge is withdrawn.`)
      onClose()
    },
  )
  const form = useValidForm(schema, { reason: '' })
  const requested = seen.status === 'requested'
  const cascade = useQuery({
    ...simulationQuery(seen.project.slug, { withdraw: seen.id }),
    enabled: !requested,
    staleTime: 0,
  })

  return (
    <Dialog
      about={`${seen.organization.name}, ${seen.project.title}`}
      title={requested ? t`Take the request back` : t`Withdraw the pledge`}
      consequence={
        requested
          ? t`It was never counted, so nothing changes for anybody. You can ask again.`
          : t`This is kept in the history for ever. You can pledge again while the project takes pledges.`
      }
      onClose={onClose}
    >
      <Form form={form} onSubmit={save.mutateAsync} onReload={reload} className="gap-0">
        <DialogBody>
          {before && <WhatChanged before={before} now={seen} />}
          {!requested &&
            (cascade.data ? (
              <Cascade simulation={cascade.data} mode={seen.project.mode} />
            ) : cascade.error ? (
              <FormFailure error={cascade.error} />
            ) : (
              <div className="grid gap-2" data-loading>
                <Skeleton className="h-4 w-full" />
                <Skeleton className="h-4 w-2/3" />
              </div>
            ))}
          <Field name="reason" label={t`Why`} help={t`Your colleagues and staff read it.`}>
            <TextArea rows={2} maxLength={1000} {...form.register('reason')} />
          </Field>
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>
            <Trans>Keep it</Trans>
          </Button>
          <SubmitButton look="destroy">
            {requested ? <Trans>Take the request back</Trans> : <Trans>Withdraw the pledge</Trans>}
          </SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
