import { useLingui } from '@lingui/react/macro'
import { useFormContext } from 'react-hook-form'
import { Field, Select } from '@/ui/form'
import { kindWords } from '../components/words'

/** A member pledges while its membership is active, a funder once staff has admitted it. */
export function KindSelect() {
  const { t, i18n } = useLingui()
  const { register } = useFormContext()
  return (
    <Field name="kind" label={t`Takes part as`}>
      <Select {...register('kind')}>
        <option value="member">{i18n._(kindWords.member)}</option>
        <option value="funder">{i18n._(kindWords.funder)}</option>
      </Select>
    </Field>
  )
}
