import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import { organizationsQuery } from '@/api/organizations'
import { Checkbox, Field, MoneyInput, Select, TextInput } from '@/ui/form'
import { useFieldError } from '@/ui/form/use-field-error'
import type { ConditionKind, MoneyValues } from './pledge-schema'

/** What must hold over the others before the pledge counts. No tick: it counts at once. */
export function ConditionFields({ own }: { own: string }) {
  const { t } = useLingui()
  const { register } = useFormContext<MoneyValues>()
  const { data: organizations } = useSuspenseQuery({ ...organizationsQuery, staleTime: 60_000 })
  const error = useFieldError('conditions.when')

  return (
    <fieldset className="grid min-w-0 gap-1.5">
      <legend className="mb-1.5 text-sm font-medium text-ink">
        <Trans>It counts</Trans>{' '}
        <span className="font-normal text-muted">
          <Trans>at once, unless you tick something; all that is ticked must hold</Trans>
        </span>
      </legend>
      <div className="overflow-clip rounded-md border border-line-strong bg-surface">
        <Condition kind="min_other_orgs" title={t`only if enough others join`}>
          <Field name="conditions.min_other_orgs" label={t`How many other institutions`}>
            <TextInput type="number" min={1} inputMode="numeric" {...register('conditions.min_other_orgs')} />
          </Field>
        </Condition>
        <Condition kind="min_other_amount" title={t`only if others put in enough`}>
          <Field name="conditions.min_other_amount" label={t`What the others commit together, at most each`}>
            <MoneyInput name="conditions.min_other_amount" />
          </Field>
        </Condition>
        <Condition kind="min_total" title={t`only if it all comes to enough`}>
          <Field name="conditions.min_total" label={t`What all commit together, you included`}>
            <MoneyInput name="conditions.min_total" />
          </Field>
        </Condition>
        <Condition kind="requires_org" title={t`only together with one community`}>
          <Field name="conditions.requires_org" label={t`Which one`} help={t`Its pledge must be public.`}>
            <Select {...register('conditions.requires_org')}>
              <option value="">–</option>
              {organizations
                .filter(({ slug }) => slug !== own)
                .map(({ slug, name }) => (
                  <option key={slug} value={slug}>
                    {name}
                  </option>
                ))}
            </Select>
          </Field>
        </Condition>
      </div>
      {error && <p className="text-xs font-medium text-danger">{error}</p>}
    </fieldset>
  )
}

function Condition({ kind, title, children }: { kind: ConditionKind; title: string; children: ReactNode }) {
  const { register, watch } = useFormContext<MoneyValues>()
  return (
    <div className="grid gap-3 border-line px-4 py-2.5 not-last:border-b has-checked:bg-tint">
      <Checkbox value={kind} {...register('conditions.when')}>
        <span className="font-medium">{title}</span>
      </Checkbox>
      {watch('conditions.when').includes(kind) && <div className="max-w-80 pb-1 pl-7.5">{children}</div>}
    </div>
  )
}
