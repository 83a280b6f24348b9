import type { Invitation, Member, Organization, OrganizationKind, OrganizationRef, Role, Tier } from '../../types'
import { ago, slugOf, uuid, yes } from './basics'

/** Organisations that do not exist, their people and their tiers. */
export const organizationNames: [string, OrganizationKind][] = [
  ['Tidewater Ocean Data Commons', 'member'],
  ['Quillfeather Foundation', 'funder'],
  ['Isla Verde Climate School', 'member'],
  ['Cassava Systems Institute', 'member'],
  ['Sundial Astronomy Collaboration', 'member'],
  ['Northern Lichen Observatory', 'member'],
  ['Harbourline University', 'member'],
]

export const organizationRef: OrganizationRef = {
  slug: 'tidewater-ocean-data-commons',
  name: 'Tidewater Ocean Data Commons',
  kind: 'member',
  logo_url: null,
}

export function organization([name, kind]: [string, OrganizationKind], index: number): Organization {
  return {
    slug: slugOf(name),
    name,
    kind,
    tier: kind === 'member' ? { slug: 'premier', name: 'Premier' } : null,
    website: 'https://tidewater.example',
    ror_id: null,
    profile: 'Buoys, ships and satellites, read in **one place**.',
    profile_html: '<p>Buoys, ships and satellites, read in <strong>one place</strong>.</p>',
    logo_url: null,
    membership_active: index !== 5,
    version: 1,
    updated_at: ago(10 + index),
    can: {
      edit_profile: yes,
      edit_billing: yes,
      edit_membership: yes,
      see_people: yes,
      manage_people: yes,
      edit_ceiling: yes,
      add_people_at_once: yes,
    },
    id: uuid(100 + index),
    membership_starts: '2023-09-01',
    membership_ends: '2027-08-31',
    fiscal_year_start_month: 7,
    yearly_ceiling: '40000.00',
    currency: 'USD',
    billing_name: null,
    billing_email: null,
    billing_address: null,
    billing_reference: null,
    my_role: 'lead',
  }
}

export function member(name: string, index: number, role: Role): Member {
  return {
    user_id: uuid(index === 0 ? 1 : 300 + index),
    name,
    email: `${name.split(' ')[0]?.toLowerCase()}@tidewater.example`,
    role,
    pledge_limit: role === 'champion' ? '2500.00' : null,
    joined_at: ago(200 - index),
    last_seen_at: index === 3 ? null : ago(index),
    disabled_at: null,
    version: 1,
    can: {
      change: yes,
      remove: index === 0 ? { ok: false, code: 'last_lead' } : yes,
    },
  }
}

export function invitation(index: number): Invitation {
  return {
    id: uuid(400 + index),
    email: `colleague${index}@tidewater.example`,
    role: 'champion',
    pledge_limit: null,
    invited_by: 'Runa Velthuis',
    created_at: ago(3),
    expires_at: ago(index === 1 ? 1 : -4),
    expired: index === 1,
    can: { resend: yes, revoke: yes },
  }
}

export function tier(name: string, index: number, price: string | null): Tier {
  return {
    slug: slugOf(name),
    name,
    price,
    currency: 'USD',
    summary: 'For communities that want more of a say in where the roadmap goes.',
    offers: ['A hub of your own', 'Support by mail', 'A seat at the quarterly call'].slice(0, 3 - (index % 2)),
    early_look: index === 1,
    quarterly_report: index > 0,
    position: index * 10,
    archived: index === 3,
    version: 1,
    can: { edit: yes },
  }
}
