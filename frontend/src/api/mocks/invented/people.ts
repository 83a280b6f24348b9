import type { AdminUser, AuditEntry, DeviceSession, QueueItem, Token } from '../../types'
import { ago, uuid, yes } from './basics'
import { organizationRef } from './organizations'

/** People who do not exist, and what they leave behind. */
export function user(name: string, index: number): AdminUser {
  return {
    id: uuid(index === 0 ? 1 : 300 + index),
    email: `${name.split(' ')[0]?.toLowerCase()}@tidewater.example`,
    name,
    staff: index === 0,
    admin: index === 0,
    disabled_at: index === 4 ? ago(2) : null,
    erased_at: null,
    created_at: ago(200 - index),
    last_seen_at: index === 3 ? null : ago(index),
    memberships: index === 2 ? [] : [{ organization: organizationRef, role: 'champion', pledge_limit: '2500.00' }],
    version: 1,
    can: {
      edit: yes,
      change_address: yes,
      make_staff: yes,
      disable: yes,
      end_sessions: yes,
      download_data: yes,
      erase: yes,
    },
  }
}

export function device(index: number): DeviceSession {
  const agents = [
    'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1',
  ]
  return {
    id: uuid(700 + index),
    created_at: ago(4 + index * 9),
    last_seen_at: ago(index * 2),
    expires_at: ago(-26),
    user_agent: agents[index] ?? null,
    method: 'mail_link',
    current: index === 0,
  }
}

export function token(name: string, index: number): Token {
  return {
    id: uuid(800 + index),
    name,
    scopes: index === 0 ? ['read'] : ['read', 'organization'],
    created_at: ago(30),
    expires_at: ago(index === 0 ? -60 : 2),
    last_used_at: index === 0 ? ago(0.2) : null,
    hint: 'cf_9xTq…',
  }
}

export function delivery(index: number): QueueItem {
  const dead = index === 1
  return {
    id: uuid(500 + index),
    kind: dead ? 'mail_invitation' : 'mail_magic_link',
    state: dead ? 'dead' : 'waiting',
    created_at: ago(index),
    next_attempt_at: ago(-0.01),
    attempts: dead ? 12 : 1,
    last_error: dead ? '550 5.1.1 The mailbox is unknown here' : null,
    can: { retry: dead ? yes : { ok: false, code: null } },
  }
}

export function auditEntry(action: string, index: number): AuditEntry {
  return {
    id: uuid(600 + index),
    at: ago(index / 3),
    actor: { kind: index === 2 ? 'command_line' : 'session', id: uuid(1), name: index === 2 ? null : 'Runa Velthuis' },
    action,
    subject: { kind: 'user', id: uuid(301), label: 'Ines Baptiste' },
    organization: 'tidewater-ocean-data-commons',
    detail: { role: 'champion' },
    request_id: 'b7b0c9e2',
  }
}
