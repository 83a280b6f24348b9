import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Standing } from '@/lib/certainty'
import { CertaintyBar } from '@/ui/funding/CertaintyBar'

/** One item of 50,000 at four moments of its life. */
const nothing = { goal: '50000.00', pledged: '0.00', signed: '0.00', collected: '0.00' }
const moments: Record<'asked' | 'pledged' | 'signed' | 'done', Standing> = {
  asked: nothing,
  pledged: { ...nothing, pledged: '22500.00', waiting: '15000.00' },
  signed: { ...nothing, pledged: '50000.00', signed: '37500.00', collected: '10000.00' },
  done: { ...nothing, pledged: '50000.00', signed: '50000.00', collected: '50000.00' },
}

/** Co-funding in one picture: the same bar four times, from a price to what is paid and built. */
export function FourBars() {
  const { t } = useLingui()
  return (
    <ol className="grid gap-x-8 gap-y-8 sm:grid-cols-2 lg:grid-cols-4">
      <Moment standing={moments.asked} title={t`An item gets a price`}>
        <Trans>2i2c says what it will build, when it counts as done, and what it costs.</Trans>
      </Moment>
      <Moment standing={moments.pledged} title={t`Communities pledge parts`}>
        <Trans>A pledge is a statement of intent. It may wait for others: “if two more come in”.</Trans>
      </Moment>
      <Moment standing={moments.signed} title={t`The goal is reached`}>
        <Trans>Each signs an agreement for its own share, and pays in its own fiscal year.</Trans>
      </Moment>
      <Moment standing={moments.done} title={t`It is built, for everyone`}>
        <Trans>The result is open. Those who paid for it are named, unless they would rather not be.</Trans>
      </Moment>
    </ol>
  )
}

function Moment({ standing, title, children }: { standing: Standing; title: string; children: ReactNode }) {
  return (
    <li className="grid content-start gap-2">
      <CertaintyBar {...standing} size="large" />
      <h3 className="mt-2">{title}</h3>
      <p className="max-w-[36ch] text-sm">{children}</p>
    </li>
  )
}
