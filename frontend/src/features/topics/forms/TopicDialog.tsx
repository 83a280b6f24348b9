import { t as translate } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { useAction } from '@/api/action'
import { refreshProjects } from '@/api/projects'
import type { Topic } from '@/api/types'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions, DialogBody } from '@/ui/Dialog'
import { Field, Form, rules, SubmitButton, TextArea, TextInput, useValidForm } from '@/ui/form'
import { toast } from '@/ui/toast'
import { createTopic, editTopic, type TopicFields, type TopicKind } from '../queries/topics'

const schema = v.object({
  name: rules.required(),
  summary: v.pipe(v.string(), v.trim()),
  position: v.pipe(
    v.string(),
    v.regex(/^\d{1,4}$/, () => translate`Write a whole number.`),
    v.transform(Number),
  ),
})

type Props = { kind: TopicKind; topic: Topic | null; title: string; onClose: () => void }

/** Makes a theme or a narrative, or changes the given one. Its address stays, so that links to it hold. */
export function TopicDialog({ kind, topic, title, onClose }: Props) {
  const { t } = useLingui()
  const queryClient = useQueryClient()
  const form = useValidForm(schema, {
    name: topic?.name ?? '',
    summary: topic?.summary ?? '',
    position: String(topic?.position ?? 10),
  })
  const refresh = () => queryClient.invalidateQueries({ queryKey: [kind] })
  const save = useAction(
    (fields: TopicFields, headers) =>
      topic ? editTopic(kind, topic, fields, headers) : createTopic(kind, fields, headers),
    {
      onDone: async ({ name }) => {
        await Promise.all([refresh(), refreshProjects(queryClient)])
        toast(t`${name} is saved.`)
        onClose()
      },
    },
  )

  return (
    <Dialog
      title={topic ? t`Edit ${topic.name}` : title}
      consequence={t`It is public at once, wherever projects have it.`}
      onClose={onClose}
    >
      <Form form={form} onSubmit={save.mutateAsync} onReload={() => refresh().then(onClose)} className="gap-0">
        <DialogBody>
          <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_8rem]">
            <Field name="name" label={t`Name`}>
              <TextInput autoComplete="off" {...form.register('name')} />
            </Field>
            <Field name="position" label={t`Place`} help={t`Low comes first.`}>
              <TextInput inputMode="numeric" {...form.register('position')} />
            </Field>
          </div>
          <Field name="summary" label={t`In a sentence`} optional>
            <TextArea rows={3} {...form.register('summary')} />
          </Field>
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <SubmitButton>
            <Trans>Save it</Trans>
          </SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
