import { useLingui } from '@lingui/react/macro'
import { type Certainty, type Standing, visibleParts } from '@/lib/certainty'
import { classes } from '@/lib/classes'
import { Money } from '../Money'
import { certaintyFills, certaintyWords } from './certainty-words'

/** A square of the bar, to stand before its word. */
export function CertaintySwatch({ certainty }: { certainty: Certainty }) {
  return (
    <span
      aria-hidden="true"
      className={classes('keep-colour inline-block size-3.5 shrink-0 rounded-[2px]', certaintyFills[certainty])}
    />
  )
}

/** What a bar consists of, in words and amounts: its legend and its text in one. */
export function CertaintyLegend(standing: Standing) {
  const { i18n } = useLingui()
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1.5 text-sm max-sm:grid">
      {visibleParts(standing).map(({ certainty, amount }) => (
        <li key={certainty} className="flex items-center gap-2 whitespace-nowrap text-muted">
          <CertaintySwatch certainty={certainty} />
          {i18n._(certaintyWords[certainty].name)}{' '}
          <b className="max-sm:ml-auto">
            <Money amount={amount} cents={false} bare />
          </b>
        </li>
      ))}
    </ul>
  )
}
