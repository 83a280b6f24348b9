import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Role } from '@/api/types'

/** What one becomes by accepting. */
export const roleSentences: Record<Role, MessageDescriptor> = {
  lead: msg`You become a lead: you pledge, approve and invite for it.`,
  champion: msg`You become a champion: you ask, endorse and pledge for it.`,
  finance: msg`You become its finance contact: billing, invoices, ceilings.`,
  viewer: msg`You become a viewer: you see its own pages.`,
}
