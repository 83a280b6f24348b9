import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { PledgeStatus, Visibility } from '@/api/types'

export const pledgeWords: Record<PledgeStatus, MessageDescriptor> = {
  requested: msg`Waits for a lead`,
  pledged: msg`Pledged`,
  signed: msg`Signed`,
  invoiced: msg`Invoiced`,
  collected: msg`Collected`,
  withdrawn: msg`Withdrawn`,
  declined: msg`Declined`,
  released: msg`Released`,
  defaulted: msg`Defaulted`,
}

/** In the order of how much they show. */
export const visibilities: readonly Visibility[] = ['public', 'name_only', 'anonymous']

export const visibilityWords: Record<Visibility, { name: MessageDescriptor; explanation: MessageDescriptor }> = {
  public: { name: msg`Name and amount`, explanation: msg`Everybody sees who you are and what you pledge.` },
  name_only: {
    name: msg`Name only`,
    explanation: msg`Your name stands among those who gave once the project is funded; the amount stays hidden.`,
  },
  anonymous: {
    name: msg`Hidden`,
    explanation: msg`Everybody sees “an institution” and an amount; only staff know it is you.`,
  },
}
