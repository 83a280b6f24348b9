import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { SupportKind } from '@/api/types'

/** What an organisation can offer besides money, from the lightest to what takes most. */
export const supportKinds: readonly SupportKind[] = [
  'endorse',
  'test',
  'connect',
  'letter_of_support',
  'co_propose',
  'in_kind',
]

type Words = { offer: MessageDescriptor; explanation: MessageDescriptor; doing: MessageDescriptor }

/** As an offer one makes, and as what somebody does: "3 offer to test". */
export const supportWords: Record<SupportKind, Words> = {
  endorse: {
    offer: msg`Endorse it`,
    explanation: msg`You say in public that it matters to you.`,
    doing: msg({ message: 'endorsing it', comment: 'after a number of organisations: "3 endorsing it"' }),
  },
  test: {
    offer: msg`Test it`,
    explanation: msg`Your people try it before everybody gets it.`,
    doing: msg`offering to test`,
  },
  connect: {
    offer: msg`Connect people`,
    explanation: msg`You know who else should take part, and ask them.`,
    doing: msg`connecting people`,
  },
  letter_of_support: {
    offer: msg`Write a letter of support`,
    explanation: msg`For a funder who wants to see who needs it.`,
    doing: msg`writing a letter of support`,
  },
  co_propose: {
    offer: msg`Apply for a grant together`,
    explanation: msg`You put your name to a joint proposal.`,
    doing: msg`applying for a grant together`,
  },
  in_kind: {
    offer: msg`Give something in kind`,
    explanation: msg`Working time, machines, data, a place to meet.`,
    doing: msg`giving in kind`,
  },
}
