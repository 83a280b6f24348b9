import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { OrganizationKind, Role } from '@/api/types'

export const kindWords: Record<OrganizationKind, MessageDescriptor> = {
  member: msg`Member`,
  funder: msg`Funder`,
}

/** In the order of what they may do. */
export const roles: readonly Role[] = ['lead', 'champion', 'finance', 'viewer']

export const roleWords: Record<Role, { name: MessageDescriptor; explanation: MessageDescriptor }> = {
  lead: {
    name: msg`Lead`,
    explanation: msg`Pledges, approves what champions ask for, invites people and changes the profile.`,
  },
  champion: {
    name: msg`Champion`,
    explanation: msg`Pledges alone up to a yearly limit; above it, a lead approves.`,
  },
  finance: {
    name: msg`Finance`,
    explanation: msg`Keeps billing details, fiscal year and ceiling; commits no money.`,
  },
  viewer: { name: msg`Viewer`, explanation: msg`Reads the organisation’s own pages, changes nothing.` },
}
