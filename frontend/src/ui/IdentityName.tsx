import type { Identity } from '@/api/types'

/** Which account elsewhere it is: the provider, the institution behind it, and the address it came with last. */
export function IdentityName({ identity: { title, idp, email } }: { identity: Identity }) {
  return (
    <span className="grid">
      <b className="font-medium text-ink">{title}</b>
      {(idp ?? email) && (
        <span className="text-sm break-all text-muted">{[email, idp].filter(Boolean).join(' · ')}</span>
      )}
    </span>
  )
}
