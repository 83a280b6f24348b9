import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import type { ProjectDetail } from '@/api/types'
import { parseAmount } from '@/lib/money'
import { FigureBox } from '@/ui/form/FigureBox'
import { moneyFigure } from '@/ui/form/money-figure'
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
  const [typed, setTyped] = useState(startOf(range, project))
  const amount = parseAmount(typed, 'en') === typed ? typed : null
  const settled = useSettled(amount)
  const ceiling = project.mode === 'shared' && project.funding === 'open'

  return (
    <Panel className="grid gap-4">
      <h2 id={id} className="text-lg">
        <Trans>If you join with</Trans>
      </h2>
      <div className="grid gap-2">
        <div className="grid gap-1.5">
          <label htmlFor={`${id}-amount`} className="text-sm font-medium text-ink">
            {ceiling ? t`At most` : t`Amount`}
          </label>
          <FigureBox id={`${id}-amount`} name="amount" {...moneyFigure()} value={typed} onChange={setTyped} />
        </div>
        <AmountSlider amount={amount} range={range} labelledBy={id} onChange={setTyped} />
      </div>
      <Outcome project={project} amount={settled} />
      <PledgeEntry project={project} amount={amount} />
    </Panel>
  )
}
