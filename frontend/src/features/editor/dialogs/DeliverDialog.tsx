import { Trans, useLingui } from '@lingui/react/macro'
import * as v from 'valibot'
import { api } from '@/api/client'
import type { Delivery, ProjectDetail } from '@/api/types'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions, DialogBody } from '@/ui/Dialog'
import { Choices, Field, Form, rules, SubmitButton, TextArea, useValidForm } from '@/ui/form'
import { deliveryWords } from '@/ui/funding/project-words'
import { useDeed } from '../queries/use-deed'
import { useDeedAction } from '../queries/use-deed-action'

const next: Record<Delivery, Delivery> = { not_started: 'in_flight', in_flight: 'done', done: 'in_flight' }
const schema = v.object({ to: v.picklist(['not_started', 'in_flight', 'done']), note: rules.optional() })

/** Says where the work stands. */
export function DeliverDialog({ project }: { project: ProjectDetail }) {
  const { t, i18n } = useLingui()
  const { end } = useDeed()
  const { title, delivery } = project
  const form = useValidForm(schema, { to: next[delivery], note: '' })
  const deliver = useDeedAction(
    project,
    (params, body: v.InferOutput<typeof schema>) => api.POST('/projects/{slug}/delivery', { params, body }),
    (changed) => `${changed.title}: ${i18n._(deliveryWords[changed.delivery])}`,
  )
  const explanations: Record<Delivery, string> = {
    not_started: t`It can be given a turn in the order of work.`,
    in_flight: t`It leaves the order of work, and moves on the roadmap.`,
    done: t`It is counted as delivered, from today.`,
  }

  return (
    <Dialog
      about={title}
      title={t`Where does the work stand?`}
      consequence={t`The roadmap shows it at once. No mail goes out: to tell people, post an update.`}
      onClose={end}
    >
      <Form form={form} onSubmit={deliver.mutateAsync} onReload={deliver.reload} className="gap-0">
        <DialogBody>
          <Choices
            legend={t`The work is`}
            choices={(['not_started', 'in_flight', 'done'] as const).map((state) => ({
              value: state,
              label: i18n._(deliveryWords[state]),
              explanation: state === delivery ? t`As it is now.` : explanations[state],
            }))}
            {...form.register('to')}
          />
          <Field name="note" label={t`A note for the audit log`} optional>
            <TextArea rows={2} {...form.register('note')} />
          </Field>
        </DialogBody>
        <DialogActions>
          <Button onClick={end}>
            <Trans>Cancel</Trans>
          </Button>
          <SubmitButton>
            <Trans>Say so</Trans>
          </SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
