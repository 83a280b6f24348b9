import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { type LevelColumn, LevelDrawing } from './LevelDrawing'

/** Four ceilings for a goal of 50,000, and a fifth. The shares are what the level makes of them. */
const ceilings = ['30000.00', '25000.00', '10000.00', '5000.00']
const columns = (shares: readonly string[], all = ceilings): LevelColumn[] =>
  all.map((ceiling, index) => ({ key: ceiling, ceiling, share: shares[index] ?? '0.00', you: index === 4 }))
const alone = columns([])
const together = columns(['17500.00', '17500.00', '10000.00', '5000.00'])
const joined = columns(['11666.67', '11666.67', '10000.00', '5000.00', '11666.66'], [...ceilings, '15000.00'])

/** The rule that makes joining pay, in three pictures. */
export function HowSharingWorks() {
  return (
    <ol className="grid gap-8 sm:grid-cols-3">
      <Step picture={<LevelDrawing columns={alone} places={5} />}>
        <Trans>
          <strong>You name a ceiling.</strong> It is the most you would pay, and the outline of your column.
        </Trans>
      </Step>
      <Step picture={<LevelDrawing columns={together} level="17500.00" places={5} />}>
        <Trans>
          <strong>Together they cover the goal.</strong> Columns are cut at one level; small ceilings are paid as they
          are.
        </Trans>
      </Step>
      <Step picture={<LevelDrawing columns={joined} level="11666.67" before="17500.00" places={5} />}>
        <Trans>
          <strong>One more joins, the level falls.</strong> Nobody’s share ever rises because another came.
        </Trans>
      </Step>
    </ol>
  )
}

function Step({ picture, children }: { picture: ReactNode; children: ReactNode }) {
  return (
    <li className="grid content-start gap-3">
      {picture}
      <p className="max-w-[34ch] text-sm">{children}</p>
    </li>
  )
}
