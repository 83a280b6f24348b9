import { Trans } from '@lingui/react/macro'
import type { Pledge, Project } from '@/api/types'
import { Callout } from '@/ui/Callout'
import { CalendarDate } from '@/ui/DateTime'
import { LastDay } from '@/ui/funding/LastDay'

/** What happens next, and who has to do it: the one thing a receipt is read for. */
export function WhatNext({ pledge, project }: { pledge: Pledge; project: Project }) {
  return (
    <Callout>
      <Sentences pledge={pledge} project={project} />
    </Callout>
  )
}

function Sentences({ pledge, project }: { pledge: Pledge; project: Project }) {
  const { status, active, organization, agreement_date, agreement_reference, reason } = pledge
  const { closes_at, funding, mode } = project

  if (status === 'requested') {
    return (
      <>
        <p className="font-medium">
          <Trans>A lead of {organization.name} decides.</Trans>
        </p>
        <p className="text-sm">
          <Trans>
            All leads have a mail. Until one approves it, the pledge holds nothing and others may be faster.
          </Trans>
        </p>
      </>
    )
  }
  if (status === 'signed' || status === 'invoiced') {
    return (
      <>
        <p className="font-medium">
          <Trans>The agreement is signed; invoices follow it.</Trans>
        </p>
        {agreement_date && (
          <p className="text-sm">
            <Trans>
              Agreement {agreement_reference}, of <CalendarDate date={agreement_date} />.
            </Trans>
          </p>
        )}
      </>
    )
  }
  if (status === 'collected')
    return (
      <p className="font-medium">
        <Trans>It has arrived. Thank you.</Trans>
      </p>
    )
  if (status !== 'pledged') {
    return (
      <>
        <p className="font-medium">
          <Trans>This pledge has ended. Nothing is owed.</Trans>
        </p>
        {reason && <p className="text-sm">{reason}</p>}
      </>
    )
  }
  return (
    <>
      <p className="font-medium">
        <Trans>Nothing is owed until the project is funded and your agreement is signed.</Trans>
      </p>
      <p className="text-sm">
        {funding === 'funded' ? (
          <Trans>
            The project is funded. 2i2c’s fiscal sponsor sends an agreement to sign; invoices come after it.
          </Trans>
        ) : !active ? (
          <Trans>It counts by itself as soon as its conditions hold. You hear of it by mail.</Trans>
        ) : funding === 'missed' ? (
          <Trans>
            The date has passed below the goal. Staff may give it more time; else it closes and you are released.
          </Trans>
        ) : closes_at && mode === 'shared' ? (
          <Trans>
            Until <LastDay project={project} /> others may join, which can only lower your share. Then shares freeze.
          </Trans>
        ) : closes_at ? (
          <Trans>
            You hear of it by mail when it is funded. Should it not be by <LastDay project={project} />, staff may give
            it more time; else you are released.
          </Trans>
        ) : null}
      </p>
    </>
  )
}
