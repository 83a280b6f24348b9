import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Funding } from '@/api/types'
import type { BoardSort, Column } from '../board'

type ColumnWords = Record<'name' | 'explanation' | 'empty', MessageDescriptor>

export const columnWords: Record<Column, ColumnWords> = {
  candidate: {
    name: msg`Candidate`,
    explanation: msg`Pledge, or say that you would.`,
    empty: msg`Nothing asks for money just now. The next item appears here first.`,
  },
  upcoming: {
    name: msg`Upcoming`,
    explanation: msg`Funded. Work starts in this order.`,
    empty: msg`Nothing is waiting. Whatever reaches its goal next starts soon.`,
  },
  in_flight: {
    name: msg`In flight`,
    explanation: msg`Being built now, with dated updates.`,
    empty: msg`Nobody is building just now. What is funded comes next.`,
  },
  done: {
    name: msg`Done`,
    explanation: msg`Delivered, with everyone who paid for it.`,
    empty: msg`Nothing is delivered yet. It will stay here, with those who paid for it.`,
  },
}

export const sortWords: Record<BoardSort, MessageDescriptor> = {
  almost_there: msg`Closest to funded`,
  closing_soon: msg`Closing soon`,
  most_funded: msg`Most pledged`,
  newest: msg`Newest`,
}

/** As filters name them, in the order of a project's life. */
export const fundingFilters: readonly Exclude<Funding, 'draft'>[] = ['candidate', 'open', 'missed', 'funded', 'closed']
