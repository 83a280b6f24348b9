import { Trans, useLingui } from '@lingui/react/macro'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { Button } from '@/ui/Button'
import { Field, TextArea, TextInput } from '@/ui/form'
import type { Content } from '../content/content'

const nothing = { title: '', done_when: '', hours_low: '', hours_high: '' }

/** What will be there in the end, and how anybody can tell. */
export function DeliverableFields() {
  const { t } = useLingui()
  const { control, register } = useFormContext<Content>()
  const { fields, append, remove, move } = useFieldArray({ control, name: 'deliverables' })

  return (
    <div className="grid gap-5">
      {fields.map(({ id }, index) => (
        <fieldset key={id} className="grid gap-4 border-t border-line pt-4">
          <legend className="sr-only">{t`Deliverable ${index + 1}`}</legend>
          <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_6rem_6rem]">
            <Field name={`deliverables.${index}.title`} label={t`What is delivered`}>
              <TextInput autoComplete="off" {...register(`deliverables.${index}.title`)} />
            </Field>
            <Field name={`deliverables.${index}.hours_low`} label={t`Hours, low`}>
              <TextInput inputMode="numeric" className="text-right" {...register(`deliverables.${index}.hours_low`)} />
            </Field>
            <Field name={`deliverables.${index}.hours_high`} label={t`high`}>
              <TextInput inputMode="numeric" className="text-right" {...register(`deliverables.${index}.hours_high`)} />
            </Field>
          </div>
          <Field name={`deliverables.${index}.done_when`} label={t`It is done when`}>
            <TextArea rows={2} {...register(`deliverables.${index}.done_when`)} />
          </Field>
          <div className="flex flex-wrap gap-2">
            {index > 0 && (
              <Button size="small" look="quiet" className="-ml-3" onClick={() => move(index, index - 1)}>
                <Trans>Move up</Trans>
              </Button>
            )}
            <Button size="small" look="quiet" className={index > 0 ? '' : '-ml-3'} onClick={() => remove(index)}>
              <Trans>Remove</Trans>
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button onClick={() => append(nothing)} data-part="deliverables">
          <Trans>Add a deliverable</Trans>
        </Button>
      </div>
    </div>
  )
}
