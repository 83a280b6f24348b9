import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Section } from '@/ui/Page'
import { Level } from './Level'

const four = [30, 25, 10, 5]

/** The rule that makes joining pay, in three pictures. */
export function HowSharingWorks() {
  const { t } = useLingui()
  return (
    <Section title={t`How a shared item gets cheaper for everyone`}>
      <ol className="grid gap-8 border-t border-line pt-8 sm:grid-cols-3">
        <Step picture={<Level ceilings={four} />}>
          <Trans>
            <strong>You name a ceiling.</strong> It is the most you would pay, and the outline of your column.
          </Trans>
        </Step>
        <Step picture={<Level ceilings={four} level={17.5} />}>
          <Trans>
            <strong>Together they cover the goal.</strong> Columns are cut at one level; small ceilings are paid as they
            are.
          </Trans>
        </Step>
        <Step picture={<Level ceilings={[...four, 15]} level={11.67} before={17.5} joined={4} />}>
          <Trans>
            <strong>One more joins, the level falls.</strong> Nobody’s share ever rises because another came.
          </Trans>
        </Step>
      </ol>
    </Section>
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
