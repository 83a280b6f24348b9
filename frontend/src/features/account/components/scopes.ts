import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Me, Scope } from '@/api/types'

/** What a token with a scope may do, in words. */
export const scopeWords: Record<Scope, { name: MessageDescriptor; explanation: MessageDescriptor }> = {
  read: { name: msg`Read`, explanation: msg`See what you see.` },
  pledge: { name: msg`Pledge`, explanation: msg`Place, change and withdraw pledges.` },
  organization: { name: msg`Organisation`, explanation: msg`Change your organisations and their people.` },
  staff: { name: msg`Staff`, explanation: msg`Do what staff does.` },
  admin: { name: msg`Administration`, explanation: msg`Do what administrators do.` },
}

/** The scopes worth offering to this person; a token with more would do no more. */
export function scopesFor(me: Me): Scope[] {
  return [
    'read',
    'pledge',
    'organization',
    ...(me.can.see_staff_pages.ok ? (['staff'] as const) : []),
    ...(me.can.see_audit.ok ? (['admin'] as const) : []),
  ]
}
