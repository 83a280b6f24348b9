import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Pledge } from '@/api/types'
import { classes } from '@/lib/classes'
import { buttonClass } from '@/ui/button-class'
import { DateTime } from '@/ui/DateTime'
import { Money } from '@/ui/Money'
import { Panel } from '@/ui/Panel'

/** What colleagues ask for and nobody has decided: on top, since others may be faster meanwhile. */
export function Requests({ pledges, className }: { pledges: readonly Pledge[]; className?: string }) {
  const waiting = pledges.filter(({ status }) => status === 'requested')
  if (waiting.length === 0) return null
  return (
    <ul className={classes('grid gap-3', className)}>
      {waiting.map((pledge) => (
        <li key={pledge.id}>
          <Panel className="grid gap-x-8 gap-y-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
            <div className="grid gap-1">
              <h2 className="text-lg">
                {pledge.champion ? (
                  <Trans>
                    {pledge.champion} asks to pledge <Money amount={pledge.amount} cents={false} />
                  </Trans>
                ) : (
                  <Trans>
                    <Money amount={pledge.amount} cents={false} /> wait for a lead
                  </Trans>
                )}
              </h2>
              <p className="text-sm">
                <Trans>
                  For “{pledge.project.title}”, asked <DateTime at={pledge.placed_at} as="ago" />. It counts only once a
                  lead approves it.
                </Trans>
              </p>
              {pledge.note && <p className="text-sm text-muted">“{pledge.note}”</p>}
            </div>
            <Link
              to="/pledges/$id"
              params={{ id: pledge.id }}
              className={buttonClass(pledge.can.approve.ok ? 'primary' : 'plain')}
            >
              {pledge.can.approve.ok ? <Trans>Decide</Trans> : <Trans>See the request</Trans>}
            </Link>
          </Panel>
        </li>
      ))}
    </ul>
  )
}
