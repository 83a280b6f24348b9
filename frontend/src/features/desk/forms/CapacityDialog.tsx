import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { answer } from '@/api/problem'
import type { Capacity } from '@/api/types'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions, DialogBody } from '@/ui/Dialog'
import { Field, Form, Select, SubmitButton, TextInput, useValidForm } from '@/ui/form'
import { toast } from '@/ui/toast'
import { quarterName, quartersFrom } from '../components/quarters'

/** Records how many hours a quarter has: this one, or one of the next three. */
export function CapacityDialog({ capacity, onClose }: { capacity: Capacity; onClose: () => void }) {
  const { t } = useLingui()
  const queryClient = useQueryClient()
  const schema = v.object({
    quarter: v.string(),
    hours: v.pipe(
      v.string(),
      v.trim(),
      v.regex(/^\d{1,6}$/, () => t`Write a whole number.`),
      v.transform(Number),
    ),
  })
  const recorded = (quarter: string) => String(capacity.quarters.find((one) => one.quarter === quarter)?.hours ?? '')
  const form = useValidForm(schema, { quarter: capacity.quarter, hours: recorded(capacity.quarter) })
  const save = useAction(
    ({ quarter, hours }: v.InferOutput<typeof schema>, headers) =>
      answer(api.PUT('/admin/capacity/{quarter}', { params: { path: { quarter } }, body: { hours }, headers })),
    {
      onDone: async ({ quarter, hours }) => {
        await queryClient.invalidateQueries({ queryKey: ['capacity'] })
        toast(t`${quarterName(quarter)} has ${hours} hours.`)
        onClose()
      },
    },
  )

  return (
    <Dialog
      title={t`Hours there are to work`}
      consequence={t`Whoever publishes a project is warned when funded work would pass this quarter’s hours. Nothing is refused.`}
      onClose={onClose}
    >
      <Form form={form} onSubmit={save.mutateAsync} className="gap-0">
        <DialogBody>
          <div className="grid gap-5 sm:grid-cols-2">
            <Field name="quarter" label={t`Quarter`}>
              <Select
                {...form.register('quarter', {
                  onChange: (event) => form.setValue('hours', recorded(event.target.value)),
                })}
              >
                {quartersFrom(capacity.quarter, 4).map((quarter) => (
                  <option key={quarter} value={quarter}>
                    {quarterName(quarter)}
                  </option>
                ))}
              </Select>
            </Field>
            <Field name="hours" label={t`Hours`}>
              <TextInput inputMode="numeric" autoComplete="off" {...form.register('hours')} />
            </Field>
          </div>
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <SubmitButton>
            <Trans>Record the hours</Trans>
          </SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
