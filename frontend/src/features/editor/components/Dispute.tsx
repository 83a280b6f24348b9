import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/ui/Button'
import type { Dispute as Disputed } from '../autosave/saver-state'
import { useSaver } from '../autosave/use-saver'
import type { Part } from '../content/parts'
import { DisputedPart } from './DisputedPart'

/** Somebody else saved meanwhile: what they changed, part by part, beside what stands here; one of both is chosen. */
export function Dispute({ dispute }: { dispute: Disputed }) {
  const { t } = useLingui()
  const saver = useSaver()
  const box = useRef<HTMLElement>(null)
  const [theirs, setTheirs] = useState<ReadonlyMap<Part, boolean>>(new Map(dispute.taken.map((part) => [part, true])))
  const all = [...dispute.disputed, ...dispute.taken]
  const open = all.filter((part) => !theirs.has(part)).length
  useEffect(() => box.current?.focus(), [])

  return (
    <section
      ref={box}
      tabIndex={-1}
      role="alert"
      aria-label={t`Two versions`}
      className="grid gap-5 rounded-lg border border-danger bg-surface p-4 outline-none sm:p-6"
    >
      <div className="grid gap-1.5">
        <h2 className="text-lg">
          <Trans>Somebody else changed this while you wrote</Trans>
        </h2>
        <p className="max-w-prose text-sm">
          <Trans>Nothing of either is lost. Choose for each; what you choose is saved, the other goes.</Trans>
        </p>
      </div>
      {all.map((part) => (
        <DisputedPart
          key={part}
          part={part}
          dispute={dispute}
          taken={theirs.get(part)}
          onChoose={(take) => setTheirs(new Map([...theirs, [part, take]]))}
        />
      ))}
      <div className="flex flex-wrap items-center gap-4">
        <Button
          look="primary"
          aria-disabled={open > 0}
          onClick={() => open === 0 && saver.resolve(all.filter((part) => theirs.get(part)))}
        >
          <Trans>Go on with these</Trans>
        </Button>
        {open > 0 && (
          <p className="text-sm text-muted">
            {t`${plural(open, { one: '# is still to be chosen.', other: '# are still to be chosen.' })}`}
          </p>
        )}
      </div>
    </section>
  )
}
