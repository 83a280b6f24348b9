import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { answer } from '@/api/problem'
import type { Terms } from '@/api/types'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions, DialogBody } from '@/ui/Dialog'
import { Field, Form, rules, SubmitButton, TextArea, TextInput, useValidForm } from '@/ui/form'
import { toast } from '@/ui/toast'
import { nextVersion } from '../queries/next-version'

const schema = v.object({
  version: v.pipe(v.string(), v.trim()),
  title: rules.required(),
  body: rules.required(),
})

/** Publishes a new version, written from the current one. */
export function PublishDialog({ all, onClose }: { all: readonly Terms[]; onClose: () => void }) {
  const { t } = useLingui()
  const queryClient = useQueryClient()
  const [current] = all
  const form = useValidForm(schema, {
    version: nextVersion(all.map(({ version }) => version)),
    title: current?.title ?? '',
    body: current?.body ?? '',
  })
  const publish = useAction(
    (body: v.InferOutput<typeof schema>, headers) => answer(api.POST('/admin/terms', { body, headers })),
    {
      onDone: async ({ version }) => {
        await queryClient.invalidateQueries({ queryKey: ['terms'] })
        toast(t`Version ${version} is current.`)
        onClose()
      },
    },
  )

  return (
    <Dialog
      title={t`Publish new terms`}
      consequence={t`They are public and current at once, for projects that open from now on; open ones keep theirs. Nobody can change or remove them afterwards.`}
      onClose={onClose}
    >
      <Form form={form} onSubmit={publish.mutateAsync} className="gap-0">
        <DialogBody>
          <div className="grid gap-5 sm:grid-cols-[9rem_minmax(0,1fr)]">
            <Field name="version" label={t`Version`}>
              <TextInput autoComplete="off" {...form.register('version')} />
            </Field>
            <Field name="title" label={t`Title`}>
              <TextInput autoComplete="off" {...form.register('title')} />
            </Field>
          </div>
          <Field name="body" label={t`Text`} help={t`Markdown works: **bold**, lists, [links](https://…).`}>
            <TextArea rows={14} {...form.register('body')} />
          </Field>
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <SubmitButton>
            <Trans>Publish for good</Trans>
          </SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
