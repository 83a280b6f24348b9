import { Trans, useLingui } from '@lingui/react/macro'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { Button } from '@/ui/Button'
import { Field, Select, TextInput } from '@/ui/form'
import type { Content } from '../content/content'

/** Where the work is discussed and described elsewhere. */
export function LinkFields() {
  const { t } = useLingui()
  const { control, register } = useFormContext<Content>()
  const { fields, append, remove } = useFieldArray({ control, name: 'links' })

  return (
    <div className="grid gap-4">
      {fields.map(({ id }, index) => (
        <fieldset key={id} className="grid items-end gap-4 sm:grid-cols-[11rem_minmax(0,1fr)_auto]">
          <legend className="sr-only">{t`Link ${index + 1}`}</legend>
          <Field name={`links.${index}.kind`} label={t`It leads to`}>
            <Select {...register(`links.${index}.kind`)}>
              <option value="upstream">{t`An upstream issue`}</option>
              <option value="statement_of_work">{t`The statement of work`}</option>
              <option value="other">{t`Something else`}</option>
            </Select>
          </Field>
          <Field name={`links.${index}.url`} label={t`Address`}>
            <TextInput type="url" inputMode="url" placeholder="https://" {...register(`links.${index}.url`)} />
          </Field>
          <Button look="quiet" onClick={() => remove(index)} aria-label={t`Remove link ${index + 1}`}>
            <Trans>Remove</Trans>
          </Button>
        </fieldset>
      ))}
      <div>
        <Button onClick={() => append({ kind: 'upstream', url: '' })}>
          <Trans>Add a link</Trans>
        </Button>
      </div>
    </div>
  )
}
