import { Trans } from '@lingui/react/macro'
import { useWatch } from 'react-hook-form'
import type { Content } from '../content/content'
import { hoursOf } from '../content/hours'

const hours = (typed: string) => hoursOf(typed) ?? 0

/** What the deliverables come to, to compare the one number with that is promised. */
export function ExpectedHours() {
  const rows = useWatch<Content, 'deliverables'>({ name: 'deliverables' })
  const low = rows.reduce((total, row) => total + hours(row.hours_low || row.hours_high), 0)
  const high = rows.reduce((total, row) => total + hours(row.hours_high || row.hours_low), 0)
  if (high === 0) return <Trans>Set against the hours of the quarter when it is published.</Trans>
  return low === high ? (
    <Trans>The deliverables come to {low}.</Trans>
  ) : (
    <Trans>
      The deliverables come to {low} to {high}.
    </Trans>
  )
}
