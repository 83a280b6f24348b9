import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { CloseReason, Delivery, Funding, FundingMode, Project } from '@/api/types'

export const fundingWords: Record<Funding, MessageDescriptor> = {
  draft: msg`Draft`,
  candidate: msg`Gathering support`,
  open: msg`Open for pledges`,
  missed: msg`Missed its date`,
  funded: msg`Funded`,
  closed: msg`Closed`,
}

export const deliveryWords: Record<Delivery, MessageDescriptor> = {
  not_started: msg`Not started`,
  in_flight: msg`In flight`,
  done: msg`Done`,
}

export const closeReasonWords: Record<CloseReason, MessageDescriptor> = {
  withdrawn: msg`Taken back`,
  superseded: msg`Replaced by another project`,
  declined: msg`Declined`,
  not_funded: msg`Not funded in time`,
  funded_elsewhere: msg`Funded elsewhere`,
  upstream_rejected: msg`Not accepted upstream`,
  other: msg`Another reason`,
}

export const modeWords: Record<FundingMode, { name: MessageDescriptor; explanation: MessageDescriptor }> = {
  fixed: { name: msg`Fixed`, explanation: msg`Everybody pays what they pledge.` },
  shared: {
    name: msg`Shared`,
    explanation: msg`Everybody names a ceiling; once the goal is covered, shares fall with everyone who joins.`,
  },
}

/** The one word for where a project stands: funding first, and once it is funded, the work. */
export function stateOf({ funding, delivery, covered }: Pick<Project, 'funding' | 'delivery' | 'covered'>) {
  if (funding === 'open' && covered) return msg`Covered, shares falling`
  if (funding === 'funded' && delivery !== 'not_started') return deliveryWords[delivery]
  return fundingWords[funding]
}
