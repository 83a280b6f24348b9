import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Capacity } from '@/api/types'
import { formatLocale } from '@/lib/locale'
import { Button } from '@/ui/Button'
import { Panel } from '@/ui/Panel'
import { CapacityDialog } from '../forms/CapacityDialog'
import { CapacityBar } from './CapacityBar'
import { quarterName } from './quarters'

/** How many hours there are, and how many are promised. */
export function CapacityPanel({ capacity }: { capacity: Capacity }) {
  const { i18n } = useLingui()
  const [editing, setEditing] = useState(false)
  const { quarter, hours, funded_hours, in_flight_hours, quarters, can } = capacity
  const figure = (some: number) => some.toLocaleString(formatLocale(i18n.locale))
  const name = quarterName(quarter)
  const recorded = hours ?? null

  return (
    <Panel className="grid gap-4">
      <h2 className="text-lg">
        <Trans>Hours in {name}</Trans>
      </h2>
      {recorded === null ? (
        <p className="text-sm">
          <Trans>
            Funded work takes <b>{figure(funded_hours)} hours</b>. How many there are nobody has recorded, so publishing
            cannot warn of too much.
          </Trans>
        </p>
      ) : (
        <>
          <p className="text-sm">
            <Trans>
              Funded work takes <b>{figure(funded_hours)}</b> of <b>{figure(recorded)} hours</b>.
            </Trans>{' '}
            {funded_hours > recorded ? (
              <Trans>That is more than there is.</Trans>
            ) : (
              <Trans>{figure(recorded - funded_hours)} are free.</Trans>
            )}
          </p>
          <CapacityBar {...{ hours: recorded, funded_hours, in_flight_hours }} />
        </>
      )}
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5 text-sm">
        <Key look="bg-accent-fill">
          <Trans>In flight</Trans>
        </Key>
        <dd className="text-right font-medium text-ink">{figure(in_flight_hours)}</dd>
        <Key look="bg-share">
          <Trans>Funded, not started</Trans>
        </Key>
        <dd className="text-right font-medium text-ink">{figure(funded_hours - in_flight_hours)}</dd>
      </dl>
      {quarters.length > 0 && (
        <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5 border-t border-line pt-3 text-sm">
          {quarters.map((one) => (
            <div key={one.quarter} className="contents">
              <dt className="text-muted">{quarterName(one.quarter)}</dt>
              <dd className="text-right font-medium text-ink">{figure(one.hours)}</dd>
            </div>
          ))}
        </dl>
      )}
      {can.set.ok && (
        <Button onClick={() => setEditing(true)}>
          <Trans>Record hours…</Trans>
        </Button>
      )}
      {editing && <CapacityDialog capacity={capacity} onClose={() => setEditing(false)} />}
    </Panel>
  )
}

function Key({ look, children }: { look: string; children: React.ReactNode }) {
  return (
    <dt className="flex items-center gap-2 text-muted">
      <span aria-hidden="true" className={`size-2.5 rounded-[2px] ${look}`} />
      {children}
    </dt>
  )
}
