import { Plural, Trans, useLingui } from '@lingui/react/macro'
import * as v from 'valibot'
import { api } from '@/api/client'
import type { ProjectDetail } from '@/api/types'
import { formatDate } from '@/lib/dates'
import { formatLocale } from '@/lib/locale'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions, DialogBody } from '@/ui/Dialog'
import { DateInput, Field, Form, rules, SubmitButton, TextArea, useValidForm } from '@/ui/form'
import { Money } from '@/ui/Money'
import { useDeed } from '../queries/use-deed'
import { useDeedAction } from '../queries/use-deed-action'

const schema = v.object({ pledge_by: rules.required(), reason: rules.required() })

/** Moves the date, later; also brings a project back that missed it. */
export function ExtendDialog({ project }: { project: ProjectDetail }) {
  const { t, i18n } = useLingui()
  const { end } = useDeed()
  const { title, pledge_by, backers, time_zone } = project
  const form = useValidForm(schema, { pledge_by: '', reason: '' })
  const day = (date: string) => formatDate(date, formatLocale(i18n.locale))
  const extend = useDeedAction(
    project,
    (params, body: v.InferOutput<typeof schema>) => api.POST('/projects/{slug}/extend', { params, body }),
    (changed) => t`There is time until ${day(changed.pledge_by ?? '')}.`,
  )
  const amount = <Money amount={project.pledged} cents={false} />

  return (
    <Dialog
      about={title}
      title={t`Give it more time?`}
      consequence={
        <>
          <Plural
            value={backers}
            _0="Nothing is pledged yet."
            one={<Trans>One pledge of {amount} stands.</Trans>}
            other={<Trans># pledges, {amount} together, stand.</Trans>}
          />{' '}
          <Trans>Followers and everybody who pledged are told why, and may withdraw. A date never moves back.</Trans>
        </>
      }
      onClose={end}
    >
      <Form form={form} onSubmit={extend.mutateAsync} onReload={extend.reload} className="gap-0">
        <DialogBody>
          <Field
            name="pledge_by"
            label={t`New last day`}
            help={pledge_by ? t`It is ${day(pledge_by)} now. The day ends in ${time_zone}.` : undefined}
          >
            <DateInput min={pledge_by ?? undefined} {...form.register('pledge_by')} />
          </Field>
          <Field name="reason" label={t`Why`} help={t`It stands in the mail, as you write it.`}>
            <TextArea rows={3} {...form.register('reason')} />
          </Field>
        </DialogBody>
        <DialogActions>
          <Button onClick={end}>
            <Trans>Cancel</Trans>
          </Button>
          <SubmitButton>
            <Trans>Move the date</Trans>
          </SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
