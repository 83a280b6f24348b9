import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Dispute } from '../autosave/saver-state'
import type { Part } from '../content/parts'
import { inWords } from './in-words'
import { partWords } from './part-words'

type Props = { part: Part; dispute: Dispute; taken: boolean | undefined; onChoose: (take: boolean) => void }

/** One part in both versions. */
export function DisputedPart({ part, dispute, taken, onChoose }: Props) {
  const { i18n } = useLingui()
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium text-ink">{i18n._(partWords[part])}</legend>
      <div className="grid overflow-clip rounded-md border border-line-strong sm:grid-cols-2">
        <Version name={part} chosen={taken === true} onChoose={() => onChoose(true)} title={<Trans>Theirs</Trans>}>
          {inWords(dispute.theirs, part)}
        </Version>
        <Version
          name={part}
          chosen={taken === false}
          onChoose={() => onChoose(false)}
          title={dispute.disputed.includes(part) ? <Trans>Yours</Trans> : <Trans>As it was here</Trans>}
        >
          {inWords(dispute.mine, part)}
        </Version>
      </div>
    </fieldset>
  )
}

type VersionProps = { name: string; title: ReactNode; chosen: boolean; onChoose: () => void; children: string }

function Version({ name, title, chosen, onChoose, children }: VersionProps) {
  return (
    <label className="flex min-w-0 gap-3 border-line p-4 text-sm not-last:border-b has-checked:bg-tint sm:not-last:border-r sm:not-last:border-b-0">
      <input
        type="radio"
        name={`dispute-${name}`}
        checked={chosen}
        onChange={onChoose}
        className="mt-0.5 size-4.5 shrink-0 accent-accent-fill"
      />
      <span className="grid min-w-0 content-start gap-1">
        <span className="font-medium text-ink">{title}</span>
        <span className="max-h-64 overflow-y-auto whitespace-pre-line">{children || '–'}</span>
      </span>
    </label>
  )
}
