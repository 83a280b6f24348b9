import { msg } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import type { WorkItem } from '@/api/types'
import { DateTime } from '@/ui/DateTime'
import { Money } from '@/ui/Money'

/** What kind of work it is, in one word that says what to do. */
export const kindWords = {
  missed_project: msg`Missed`,
  covered_coalition: msg`Settle`,
  gap: msg`Gap`,
  unsigned_pledge: msg`Agreement`,
  not_started: msg`Give it a turn`,
  closing_soon: msg`Closes soon`,
  dead_letters: msg`Deliveries`,
  ended_membership: msg`Membership`,
}

/** What it is about, in a sentence with its numbers. */
export function WorkSentence({ item }: { item: WorkItem }) {
  const { kind, organization, until, count } = item
  const amount = <Money amount={item.amount ?? '0.00'} cents={false} />
  const deadline = until && <DateTime at={until} />
  const organizationName = organization?.name ?? ''
  switch (kind) {
    case 'missed_project':
      return (
        <Trans>
          {amount} short when its date passed. Give it more time, or it closes by itself on {deadline}.
        </Trans>
      )
    case 'covered_coalition':
      return (
        <Trans>
          Covered, with {amount} over. Settle it, or its date does so on {deadline}.
        </Trans>
      )
    case 'gap':
      return <Trans>{amount} has fallen away since it was funded.</Trans>
    case 'unsigned_pledge':
      return (
        <Trans>
          {organizationName}: {amount} without an agreement.
        </Trans>
      )
    case 'not_started':
      return <Trans>Funded with {amount}, and neither started nor in the order of work.</Trans>
    case 'closing_soon':
      return (
        <Trans>
          {amount} to go until {deadline}.
        </Trans>
      )
    case 'dead_letters':
      return <Plural value={count ?? 0} one="# delivery was given up." other="# deliveries were given up." />
    case 'ended_membership':
      return (
        <Trans>
          It ended while {amount} stands in{' '}
          <Plural value={count ?? 0} one="# pledge that is not paid" other="# pledges that are not paid" />.
        </Trans>
      )
  }
}
