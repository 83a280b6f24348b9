import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { answer } from '@/api/problem'
import type { ProjectDetail } from '@/api/types'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions, DialogBody } from '@/ui/Dialog'
import { Field, Form, rules, Select, SubmitButton, TextArea, TextInput, useValidForm } from '@/ui/form'
import { toast } from '@/ui/toast'
import { updateKinds, updateWords } from '../components/update-words'
import { updatesQuery } from '../queries/editor'
import { useDeed } from '../queries/use-deed'
import { ToldFollowers } from './ToldFollowers'

const schema = v.object({ kind: v.picklist(updateKinds), title: rules.required(), body: rules.required() })

/** Tells how a project goes: something to see, a step that is done, a delay. */
export function UpdateDialog({ project }: { project: ProjectDetail }) {
  const { t, i18n } = useLingui()
  const { end } = useDeed()
  const queryClient = useQueryClient()
  const { slug, title } = project
  const form = useValidForm(schema, { kind: 'milestone', title: '', body: '' })
  const post = useAction(
    (body: v.InferOutput<typeof schema>, headers) =>
      answer(api.POST('/projects/{slug}/updates', { params: { path: { slug } }, body, headers })),
    {
      onDone: async () => {
        await queryClient.invalidateQueries(updatesQuery(slug))
        toast(t`The update is public.`)
        end()
      },
    },
  )

  return (
    <Dialog
      about={title}
      title={t`Tell how it goes`}
      consequence={
        <>
          <Trans>It stands on the project’s page at once and cannot be changed afterwards.</Trans>{' '}
          <ToldFollowers project={project} />
        </>
      }
      onClose={end}
    >
      <Form form={form} onSubmit={post.mutateAsync} className="gap-0">
        <DialogBody>
          <Field name="kind" label={t`Kind`}>
            <Select {...form.register('kind')}>
              {updateKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {i18n._(updateWords[kind])}
                </option>
              ))}
            </Select>
          </Field>
          <Field name="title" label={t`Title`}>
            <TextInput autoComplete="off" {...form.register('title')} />
          </Field>
          <Field name="body" label={t`Text`} help={t`Markdown works: **bold**, lists, [links](https://…).`}>
            <TextArea rows={6} {...form.register('body')} />
          </Field>
        </DialogBody>
        <DialogActions>
          <Button onClick={end}>
            <Trans>Cancel</Trans>
          </Button>
          <SubmitButton>
            <Trans>Post the update</Trans>
          </SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
