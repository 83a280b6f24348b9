import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { api, ifMatch } from '@/api/client'
import { explainCode } from '@/api/errors'
import { answer } from '@/api/problem'
import type { Budget, Intention, Pledge, PledgeChanges, ProjectDetail } from '@/api/types'
import { compareAmounts } from '@/lib/money'
import { Form, SubmitButton, useValidForm } from '@/ui/form'
import { Section } from '@/ui/Page'
import { toast } from '@/ui/toast'
import { ConsequencePanel } from '../components/ConsequencePanel'
import { WhatChanged } from '../components/WhatChanged'
import { useConsequence } from '../queries/use-consequence'
import { usePledgeChange } from '../queries/use-pledge-change'
import { ConditionFields } from './ConditionFields'
import { changesOf } from './changes'
import { HowMuch } from './HowMuch'
import { isAmount } from './intention'
import { Note, PurchaseOrder } from './OnPaper'
import { type ChangedPledgeValues, changedPledgeSchema, valuesOf } from './pledge-schema'
import { YearsField } from './YearsField'

type Props = { pledge: Pledge; project: ProjectDetail; budget: Budget }

/** The same fields as when pledging, as far as the API still lets them change. */
export function EditForm({ pledge, project, budget }: Props) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { seen, before, save, reload } = usePledgeChange(
    pledge,
    (base, body: PledgeChanges, headers) =>
      answer(api.PATCH('/pledges/{id}', { params: { path: { id: base.id }, header: ifMatch(base) }, body, headers })),
    async ({ id }) => {
      toast(t`The change is saved.`)
      await navigate({ to: '/pledges/$id', params: { id } })
    },
  )
  const form = useValidForm(changedPledgeSchema, valuesOf(seen))
  const values = form.watch()
  const moving = project.mode === 'shared' && compareAmounts(project.gap, '0.00') === 0
  const consequence = useConsequence(project.slug, seen.can.edit.ok ? question(seen, values) : null)

  function takeAmount(amount: string, source: 'amount' | 'remaining') {
    form.setValue('source', source)
    form.setValue('fraction', '')
    form.setValue('amount', amount, { shouldDirty: true, shouldValidate: true })
  }

  return (
    <Form
      form={form}
      onSubmit={(valid: ChangedPledgeValues) => save.mutateAsync(changesOf(seen, valid))}
      onReload={reload}
      className="gap-8 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-x-12"
    >
      <div className="grid content-start gap-10">
        {before && <WhatChanged before={before} now={seen} />}
        {seen.can.edit.ok ? (
          <Section title={t`How much, and when`}>
            <div className="grid gap-5">
              <HowMuch project={project} left={budget.left} own={seen.amount} />
              {moving && <ConditionFields own={seen.organization.slug} />}
              <YearsField
                organization={seen.organization.slug}
                current={seen.instalments[0]?.fiscal_year ?? budget.fiscal_year}
              />
            </div>
          </Section>
        ) : (
          <p className="text-ui text-muted">{explainCode(seen.can.edit.code ?? null)}</p>
        )}
        {seen.can.annotate.ok && (
          <Section title={t`On paper, and in public`}>
            <div className="grid gap-5">
              <PurchaseOrder />
              <Note hidden={seen.visibility !== 'public'} />
            </div>
          </Section>
        )}
        <div>
          <SubmitButton className="min-h-11.5 px-6">
            <Trans>Save the change</Trans>
          </SubmitButton>
        </div>
      </div>
      {seen.can.edit.ok && (
        <aside aria-label={t`What your pledge does`}>
          <div className="lg:sticky lg:top-6">
            <ConsequencePanel
              project={project}
              own={{
                slug: seen.organization.slug,
                name: seen.organization.name,
                ceiling: isAmount(values.amount) ? values.amount : seen.amount,
                was: seen.amount,
              }}
              ceiling={moving}
              consequence={consequence}
              onTakeAmount={takeAmount}
            />
          </div>
        </aside>
      )}
    </Form>
  )
}

/** What to ask about: nothing while nothing that is money has changed. */
function question(seen: Pledge, values: ChangedPledgeValues): Intention | null {
  if (values.source === 'amount' && !isAmount(values.amount)) return null
  const { note, purchase_order, ...money } = changesOf(seen, values)
  return Object.keys(money).length > 0 ? { edit: seen.id, ...money } : null
}
