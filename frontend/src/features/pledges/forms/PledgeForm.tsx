import { Trans, useLingui } from '@lingui/react/macro'
import type { ProjectDetail, Terms } from '@/api/types'
import { Choices, Form } from '@/ui/form'
import { ConsequencePanel } from '../components/ConsequencePanel'
import { NothingOwed } from '../components/NothingOwed'
import { PayBar } from '../components/PayBar'
import { Step } from '../components/Step'
import { visibilityChoices } from '../components/visibility-choices'
import { YourYear } from '../components/YourYear'
import type { Candidate } from '../queries/candidates'
import type { Draft } from '../queries/draft'
import { ConditionFields } from './ConditionFields'
import { ForWhom } from './ForWhom'
import { HowMuch } from './HowMuch'
import { isAmount } from './intention'
import { Note, PurchaseOrder } from './OnPaper'
import type { NewPledgeValues } from './pledge-schema'
import { Refused } from './Refused'
import { Review } from './Review'
import { SendPledge } from './SendPledge'
import { usePledgeForm } from './use-pledge-form'
import { YearsField } from './YearsField'

type Props = {
  project: ProjectDetail
  terms: Terms
  candidates: readonly Candidate[]
  draft: Draft<NewPledgeValues>
  asked: string
}

/** Four open steps on one line, and beside them what they come to. */
export function PledgeForm(props: Props) {
  const { t } = useLingui()
  const { project, terms, candidates } = props
  const { form, values, consequence, budget, refused, send, takeAmount, organization, moving, current, thisYear } =
    usePledgeForm(props)
  const ceiling = isAmount(values.amount) ? values.amount : '0.00'

  return (
    <Form form={form} onSubmit={send} className="gap-0 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-x-12">
      <Step
        number={1}
        title={t`How much`}
        lead={
          moving ? (
            <Trans>
              Funding is shared: you name a ceiling, and pay your share, which is never above it. Each community that
              joins later can only lower it.
            </Trans>
          ) : (
            <Trans>You pay what you pledge, once the project is funded.</Trans>
          )
        }
        done={isAmount(values.amount) && !consequence.refusal}
      >
        <HowMuch project={project} left={budget?.left} />
      </Step>
      <aside
        aria-label={t`What your pledge does`}
        className="max-lg:mb-12 lg:col-start-2 lg:row-span-4 lg:row-start-1 print:hidden"
      >
        <div className="grid gap-4 lg:sticky lg:top-6">
          <ConsequencePanel
            project={project}
            own={{ slug: values.organization, name: organization?.name ?? '', ceiling }}
            ceiling={moving}
            consequence={consequence}
            onTakeAmount={takeAmount}
          />
          {budget && <YourYear budget={budget} amount={thisYear} />}
        </div>
      </aside>
      <Step
        number={2}
        title={moving ? t`For whom, and when` : t`For whom`}
        lead={
          moving
            ? t`It can wait until others are in, and be paid across your own fiscal years.`
            : t`It can be paid across your own fiscal years.`
        }
        done={values.organization !== ''}
      >
        <ForWhom candidates={candidates} />
        {moving && <ConditionFields own={values.organization} />}
        {current && <YearsField organization={values.organization} current={current} />}
      </Step>
      <Step
        number={3}
        title={t`On paper, and in public`}
        lead={t`What your finance office needs, and what everybody else sees.`}
        done
      >
        <PurchaseOrder />
        <div className="grid gap-1.5">
          <Choices legend={t`Who sees that it is you`} choices={visibilityChoices()} {...form.register('visibility')} />
          <p className="text-xs text-muted">
            <Trans>You can show more later, never less: the ledger cannot be unwritten.</Trans>
          </p>
        </div>
        <Note hidden={values.visibility !== 'public'} />
      </Step>
      <Step
        number={4}
        title={t`Review`}
        lead={t`Read it once more. You can change or withdraw it until you sign.`}
        last
      >
        <Review {...{ project, candidates, current, consequence }} ceiling={moving} />
        <NothingOwed project={project} terms={terms} />
        {refused !== null && <Refused error={refused} focus onTakeAmount={takeAmount} />}
        <SendPledge
          organization={organization?.name ?? ''}
          version={terms.version}
          ceiling={moving}
          requested={consequence.simulation?.requested ?? false}
        />
      </Step>
      <PayBar consequence={consequence} />
    </Form>
  )
}
