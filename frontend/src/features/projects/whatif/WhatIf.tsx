import { Trans, useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import type { ProjectDetail } from '@/api/types'
import { parseAmount } from '@/lib/money'
import { Field, MoneyInput } from '@/ui/form'
import { Panel } from '@/ui/Panel'
import { AmountSlider } from './AmountSlider'
import { Outcome } from './Outcome'
import { PledgeEntry } from './PledgeEntry'
import { type Range, startOf } from './range'
import { useSettled } from './use-settled'

/** "If you join with …": the consequence for everybody, before anything is promised. */
export function WhatIf({ project, range }: { project: ProjectDetail; range: Range }) {
  const { t } = useLingui()
  const id = useId()
  const form = useForm({ defaultValues: { amount: startOf(range, project) } })
  const typed = useWatch({ control: form.control, name: 'amount' })
  const amount = parseAmount(typed, 'en') === typed ? typed : null
  const settled = useSettled(amount)
  const ceiling = project.mode === 'shared' && project.funding === 'open'

  return (
    <Panel className="grid gap-4">
      <FormProvider {...form}>
        <h2 id={id} className="text-lg">
          <Trans>If you join with</Trans>
        </h2>
        <div className="grid gap-2">
          <Field name="amount" label={ceiling ? t`At most` : t`Amount`}>
            <MoneyInput name="amount" />
          </Field>
          <AmountSlider
            amount={amount}
            range={range}
            labelledBy={id}
            onChange={(next) => form.setValue('amount', next)}
          />
        </div>
      </FormProvider>
      <Outcome project={project} amount={settled} />
      <PledgeEntry project={project} amount={amount} />
    </Panel>
  )
}
