import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Plural, useLingui } from '@lingui/react/macro'
import type { Pledge } from '@/api/types'
import { classes } from '@/lib/classes'
import { isZero } from '@/lib/money'
import { Money } from '@/ui/Money'
import { ladderOf, type Rung } from './rungs'

export const rungWords: Record<Rung, { name: MessageDescriptor; meaning: MessageDescriptor }> = {
  requested: { name: msg`Requested`, meaning: msg`a lead decides` },
  waiting: { name: msg`Waiting`, meaning: msg`for its conditions` },
  pledged: { name: msg`Pledged`, meaning: msg`intent` },
  signed: { name: msg`Signed`, meaning: msg`under an agreement` },
  invoiced: { name: msg`Invoiced`, meaning: msg`to be paid` },
  collected: { name: msg`Collected`, meaning: msg`paid` },
}

const fills: Record<Rung, string> = {
  requested: 'bg-c-open',
  waiting: 'certain-waiting',
  pledged: 'bg-c-pledged',
  signed: 'bg-c-signed',
  invoiced: 'bg-c-signed',
  collected: 'bg-c-collected',
}

/** How firmly the organisation is committed, rung by rung. */
export function Ladder({ pledges }: { pledges: readonly Pledge[] }) {
  const { i18n } = useLingui()
  return (
    <ol className="grid grid-cols-2 gap-x-0.5 gap-y-5 sm:grid-cols-3 lg:grid-cols-6">
      {ladderOf(pledges).map(({ rung, count, amount }) => (
        <li key={rung} className="grid content-start gap-0.5">
          <span aria-hidden="true" className={classes('keep-colour mb-2 h-1', fills[rung])} />
          <span className="text-sm font-medium text-ink">{i18n._(rungWords[rung].name)}</span>
          <span className={classes('text-lg leading-snug', isZero(amount) ? 'text-muted' : 'font-semibold text-ink')}>
            {isZero(amount) ? '–' : <Money amount={amount} bare />}
          </span>
          <span className="pr-2 text-xs text-muted">
            {count > 0 && (
              <>
                <Plural value={count} one="# project" other="# projects" />,{' '}
              </>
            )}
            {i18n._(rungWords[rung].meaning)}
          </span>
        </li>
      ))}
    </ol>
  )
}
