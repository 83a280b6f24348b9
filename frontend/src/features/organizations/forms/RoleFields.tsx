import { useLingui } from '@lingui/react/macro'
import { useFormContext } from 'react-hook-form'
import * as v from 'valibot'
import type { Role } from '@/api/types'
import { Choices, Field, MoneyInput, rules } from '@/ui/form'
import { roles, roleWords } from '../components/words'

/** A role, and the limit that only a champion has. */
export const roleFields = {
  role: v.picklist(roles),
  pledge_limit: rules.optionalAmount(),
}

/** What the API takes: no limit for whoever can have none. */
export function withLimit<Values extends { role: Role; pledge_limit: string | null }>(values: Values): Values {
  return values.role === 'champion' ? values : { ...values, pledge_limit: null }
}

export function RoleFields() {
  const { t, i18n } = useLingui()
  const { register, watch } = useFormContext<{ role: Role; pledge_limit: string }>()
  return (
    <>
      <Choices
        legend={t`Role`}
        choices={roles.map((value) => ({
          value,
          label: i18n._(roleWords[value].name),
          explanation: i18n._(roleWords[value].explanation),
        }))}
        {...register('role')}
      />
      {watch('role') === 'champion' && (
        <Field
          name="pledge_limit"
          label={t`Limit a fiscal year`}
          optional
          help={t`What they may pledge without asking. Left empty, a lead approves every pledge.`}
        >
          <MoneyInput name="pledge_limit" />
        </Field>
      )}
    </>
  )
}
