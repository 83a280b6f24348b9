import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import * as v from 'valibot'
import { api } from '@/api/client'
import { projectPledgesQuery } from '@/api/projects'
import type { CloseReason, ProjectDetail, Visibility } from '@/api/types'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions, DialogBody } from '@/ui/Dialog'
import { Field, Form, rules, Select, SubmitButton, TextArea, useValidForm } from '@/ui/form'
import { VisibilityWord } from '@/ui/funding/FundingWord'
import { closeReasonWords } from '@/ui/funding/project-words'
import { isUnsigned } from '../pledges/standing'
import { useDeed } from '../queries/use-deed'
import { useDeedAction } from '../queries/use-deed-action'
import { PledgeLines } from './PledgeLines'

const reasons = Object.keys(closeReasonWords) as CloseReason[]
const schema = v.object({ reason: v.picklist(reasons), note: rules.required() })

const hidden = (visibility: Visibility | undefined) =>
  visibility && visibility !== 'public' && <VisibilityWord visibility={visibility} />

/** Ends a project, with a reason and a sentence that everybody reads. */
export function CloseDialog({ project }: { project: ProjectDetail }) {
  const { t, i18n } = useLingui()
  const { end } = useDeed()
  const { slug, title, funding } = project
  const released = useSuspenseQuery(projectPledgesQuery(slug)).data.pledges.filter(isUnsigned)
  const form = useValidForm(schema, { reason: 'withdrawn', note: '' })
  const close = useDeedAction(
    project,
    (params, body: v.InferOutput<typeof schema>) => api.POST('/projects/{slug}/close', { params, body }),
    (closed) => t`${closed.title} is closed.`,
  )
  const many = released.length
  const deed =
    many === 0
      ? t`Close the project`
      : t`${plural(many, { one: 'Close and release # pledge', other: 'Close and release # pledges' })}`
  const heading =
    many === 0
      ? t`Close this project?`
      : t`${plural(many, { one: 'Close it and release # pledge?', other: 'Close it and release # pledges?' })}`

  return (
    <Dialog
      about={title}
      title={heading}
      consequence={
        funding === 'draft'
          ? t`Closing is final. The draft stays as unseen as it was.`
          : t`Nobody owes anything. Closing is final; the page and its ledger stay public.`
      }
      onClose={end}
    >
      <Form form={form} onSubmit={close.mutateAsync} onReload={close.reload} className="gap-0">
        {many > 0 && (
          <DialogBody>
            <PledgeLines
              caption={t`Pledges that are released`}
              pledges={released}
              amount={({ active, share, amount }) => (active ? share : amount)}
              amountHead={<Trans>Released</Trans>}
              remark={({ active, visibility }) => (active ? hidden(visibility) : <Trans>did not count yet</Trans>)}
              total={{ label: <Trans>Counted today</Trans>, amount: project.pledged }}
            />
            <p className="text-sm text-muted">
              <Trans>Told by mail: their leads, the champions who pledged, and whoever follows the project.</Trans>
            </p>
          </DialogBody>
        )}
        <div className="border-t border-line">
          <DialogBody>
            <Field name="reason" label={t`Reason`}>
              <Select {...form.register('reason')}>
                {reasons.map((reason) => (
                  <option key={reason} value={reason}>
                    {i18n._(closeReasonWords[reason])}
                  </option>
                ))}
              </Select>
            </Field>
            <Field name="note" label={t`Public sentence`} help={t`Shown on the page and in every mail.`}>
              <TextArea rows={3} {...form.register('note')} />
            </Field>
          </DialogBody>
        </div>
        <DialogActions>
          <Button onClick={end}>
            <Trans>Keep it</Trans>
          </Button>
          <SubmitButton look="destroy">{deed}</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
