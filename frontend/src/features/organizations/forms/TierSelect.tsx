import { useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useFormContext } from 'react-hook-form'
import { tiersQuery } from '@/api/tiers'
import type { Organization } from '@/api/types'
import { Field, Select } from '@/ui/form'

/** The tiers on offer, and the one an organisation has although it is not offered any more. */
export function TierSelect({ current }: { current: Exclude<Organization['tier'], undefined> }) {
  const { t } = useLingui()
  const { register } = useFormContext()
  const { data } = useSuspenseQuery(tiersQuery)
  const kept = current && !data.items.some(({ slug }) => slug === current.slug) ? [current] : []

  return (
    <Field name="tier" label={t`Tier`} optional>
      <Select {...register('tier')}>
        <option value="">{t`None`}</option>
        {[...data.items, ...kept].map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  )
}
