import type { Me } from '../types'
import { ago, uuid, yes } from './invented/basics'
import { invitation, member, organization, organizationNames, organizationRef, tier } from './invented/organizations'
import { auditEntry, delivery, device, token, user } from './invented/people'
import { project } from './invented/projects'

/** What the mocks remember. They answer like the API where a page depends on it, and know none of its rules. */
export const store = fresh()

export function resetStore() {
  Object.assign(store, fresh())
}

function fresh() {
  const me: Me = {
    id: uuid(1),
    email: 'runa@cofund.example',
    name: 'Runa Velthuis',
    language: null,
    time_zone: null,
    staff: true,
    admin: true,
    memberships: [{ organization: organizationRef, role: 'lead', pledge_limit: null }],
    created_at: ago(300),
    version: 1,
    can: { edit: yes, create_token: yes, see_staff_pages: yes, see_audit: yes },
  }
  return {
    me,
    signedIn: true,
    organizations: organizationNames.map(organization),
    sessions: [device(0), device(1)],
    tokens: [token('Quarterly report', 0), token('Old notebook', 1)],
    members: [
      member('Runa Velthuis', 0, 'lead'),
      member('Ines Baptiste', 1, 'champion'),
      member('Teodor Vance', 2, 'finance'),
      member('Amara Lindqvist', 3, 'viewer'),
    ],
    invitations: [invitation(0), invitation(1)],
    tiers: [
      tier('General', 0, '5000.00'),
      tier('Premier', 1, '20000.00'),
      tier('Essential', 2, null),
      tier('Founding', 3, null),
    ],
    projects: [
      project('fair-queue', { title: 'A fair queue for scarce processors' }),
      project('sleeping-hubs', { title: 'Hubs that sleep', funding: 'candidate', goal: null, tipping_point: null }),
      project('clear-restarts', {
        title: 'Restarts that explain themselves',
        funding: 'funded',
        delivery: 'in_flight',
      }),
      project('group-folders', { title: 'Group folders', funding: 'funded', delivery: 'done' }),
    ],
    users: ['Runa Velthuis', 'Ines Baptiste', 'Teodor Vance', 'Amara Lindqvist', 'Juno Castell'].map(user),
    queue: [delivery(0), delivery(1), delivery(2)],
    audit: ['member_removed', 'member_invited', 'user_created', 'organization_edited'].map(auditEntry),
  }
}
