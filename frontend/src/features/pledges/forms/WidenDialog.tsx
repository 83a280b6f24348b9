import { Trans, useLingui } from '@lingui/react/macro'
import * as v from 'valibot'
import { api, ifMatch } from '@/api/client'
import { answer } from '@/api/problem'
import type { Pledge, Visibility } from '@/api/types'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions, DialogBody } from '@/ui/Dialog'
import { Choices, Form, SubmitButton, useValidForm } from '@/ui/form'
import { visibilities } from '@/ui/funding/pledge-words'
import { toast } from '@/ui/toast'
import { visibilityChoices } from '../components/visibility-choices'
import { WhatChanged } from '../components/WhatChanged'
import { usePledgeChange } from '../queries/use-pledge-change'

const schema = v.object({ visibility: v.picklist(visibilities, () => '') })

/** What shows more than the pledge does now. */
export const widerThan = (visibility: Visibility) => visibilities.slice(0, visibilities.indexOf(visibility))

/** Showing more of a pledge; never less, since what was public stays known. */
export function WidenDialog({ pledge, onClose }: { pledge: Pledge; onClose: () => void }) {
  const { t } = useLingui()
  const { seen, before, save, reload } = usePledgeChange(
    pledge,
    (base, body: v.InferOutput<typeof schema>, headers) =>
      answer(api.PATCH('/pledges/{id}', { params: { path: { id: base.id }, header: ifMatch(base) }, body, headers })),
    () => {
      toast(t`More of the pledge is shown now.`)
      onClose()
    },
  )
  const wider = widerThan(seen.visibility)
  const form = useValidForm(schema, { visibility: wider.at(-1) ?? 'public' })

  return (
    <Dialog
      about={`${seen.organization.name}, ${seen.project.title}`}
      title={t`Show more of the pledge`}
      consequence={t`This cannot be taken back: the ledger is public and is never rewritten.`}
      onClose={onClose}
    >
      <Form form={form} onSubmit={save.mutateAsync} onReload={reload} className="gap-0">
        <DialogBody>
          {before && <WhatChanged before={before} now={seen} />}
          <Choices
            legend={t`Who sees that it is you`}
            choices={visibilityChoices(wider)}
            {...form.register('visibility')}
          />
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>
            <Trans>Leave it as it is</Trans>
          </Button>
          <SubmitButton>
            <Trans>Show more</Trans>
          </SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
