import { Trans, useLingui } from '@lingui/react/macro'
import type { Pledge, PledgeStatus } from '@/api/types'
import { classes } from '@/lib/classes'
import { pledgeWords } from '@/ui/funding/pledge-words'

const rungs: readonly PledgeStatus[] = ['requested', 'pledged', 'signed', 'invoiced', 'collected']

/** How far a pledge has come: the rungs behind it, where it stands, and those ahead. */
export function StatusLadder({ pledge: { status, active } }: { pledge: Pledge }) {
  const { t, i18n } = useLingui()
  const at = rungs.indexOf(status)
  // What nobody had to approve never was a request.
  const shown = rungs.filter((rung) => rung !== 'requested' || status === 'requested')

  return (
    <ol aria-label={t`How far it has come`} className="grid gap-0.5 sm:auto-cols-fr sm:grid-flow-col">
      {shown.map((rung) => {
        const here = rung === status
        const behind = at >= 0 && rungs.indexOf(rung) < at
        return (
          <li
            key={rung}
            aria-current={here ? 'step' : undefined}
            className={classes(
              'grid gap-0.5 border-t-4 pt-2 text-sm max-sm:border-t-0 max-sm:border-l-4 max-sm:pt-0 max-sm:pb-2 max-sm:pl-3',
              here || behind ? 'border-accent-fill' : 'border-line',
            )}
          >
            <span className={classes(here ? 'font-semibold text-ink' : 'text-muted')}>
              {rung === 'pledged' && here && !active ? <Trans>Waiting</Trans> : i18n._(pledgeWords[rung])}
            </span>
            {here && (
              <span className="text-xs text-muted">
                <Trans>it is here</Trans>
              </span>
            )}
          </li>
        )
      })}
      {at < 0 && (
        <li
          aria-current="step"
          className="border-t-4 border-danger pt-2 text-sm font-semibold text-danger max-sm:border-t-0 max-sm:border-l-4 max-sm:pt-0 max-sm:pl-3"
        >
          {i18n._(pledgeWords[status])}
        </li>
      )}
    </ol>
  )
}
