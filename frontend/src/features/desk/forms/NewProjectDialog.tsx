import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import * as v from 'valibot'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { answer } from '@/api/problem'
import { refreshProjects } from '@/api/projects'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions, DialogBody } from '@/ui/Dialog'
import { Choices, Field, Form, rules, SubmitButton, TextInput, useValidForm } from '@/ui/form'
import { modeWords } from '@/ui/funding/project-words'

const schema = v.object({ title: rules.required(), mode: v.picklist(['fixed', 'shared']) })

/** A draft needs a title and how it is to be shared; all else is written in the editor. */
export function NewProjectDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const form = useValidForm(schema, { title: '', mode: 'shared' })
  const create = useAction(
    (body: v.InferOutput<typeof schema>, headers) => answer(api.POST('/projects', { body, headers })),
    {
      onDone: async ({ slug }) => {
        void refreshProjects(queryClient)
        await navigate({ to: '/staff/projects/$slug', params: { slug } })
      },
    },
  )

  return (
    <Dialog title={t`New draft`} consequence={t`Only staff see it until it is published.`} onClose={onClose}>
      <Form form={form} onSubmit={create.mutateAsync} className="gap-0">
        <DialogBody>
          <Field name="title" label={t`Title`} help={t`Its address is made from it.`}>
            <TextInput autoComplete="off" {...form.register('title')} />
          </Field>
          <Choices
            legend={t`How it is paid`}
            choices={(['shared', 'fixed'] as const).map((mode) => ({
              value: mode,
              label: i18n._(modeWords[mode].name),
              explanation: i18n._(modeWords[mode].explanation),
            }))}
            {...form.register('mode')}
          />
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <SubmitButton>
            <Trans>Create the draft</Trans>
          </SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
