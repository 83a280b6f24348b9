import { Trans, useLingui } from '@lingui/react/macro'
import { useFormContext } from 'react-hook-form'
import { Field, TextArea, TextInput } from '@/ui/form'
import type { ChangedPledgeValues } from './pledge-schema'

/** What the finance office needs. */
export function PurchaseOrder() {
  const { t } = useLingui()
  const { register } = useFormContext<ChangedPledgeValues>()
  return (
    <Field
      name="purchase_order"
      label={t`Purchase order`}
      optional
      help={<Trans>It can follow. Only your people and staff see it.</Trans>}
    >
      <TextInput autoComplete="off" maxLength={100} {...register('purchase_order')} />
    </Field>
  )
}

/** A sentence in the organisation's own words. */
export function Note({ hidden = false }: { hidden?: boolean }) {
  const { t } = useLingui()
  const { register } = useFormContext<ChangedPledgeValues>()
  return (
    <Field
      name="note"
      label={t`A sentence for the project’s page`}
      optional
      help={hidden ? <Trans>Kept for you and staff; it is shown only if your pledge becomes public.</Trans> : undefined}
    >
      <TextArea rows={2} maxLength={1000} {...register('note')} />
    </Field>
  )
}
