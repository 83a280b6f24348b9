import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { PublicPledge } from '@/api/types'
import { Logo } from '@/ui/Logo'

/** Whose pledge it is: a name with its logo, and a sentence if they left one; or an institution that stays hidden. */
export function Backer({ pledge: { organization, note } }: { pledge: PublicPledge }) {
  if (!organization) {
    return (
      <span className="flex items-center gap-2.5 font-medium text-ink">
        <span
          aria-hidden="true"
          className="grid size-7 shrink-0 place-items-center rounded-[6px] border border-dashed border-line-strong text-muted"
        >
          ?
        </span>
        <span>
          <Trans>An institution</Trans>
          <small className="block text-xs font-normal text-muted">
            <Trans>prefers not to be named here</Trans>
          </small>
        </span>
      </span>
    )
  }
  return (
    <span className="flex items-center gap-2.5">
      <Logo name={organization.name} url={organization.logo_url} />
      <span>
        <Link
          to="/organizations/$slug"
          params={{ slug: organization.slug }}
          className="font-medium text-ink no-underline hover:text-accent hover:underline"
        >
          {organization.name}
        </Link>
        {note && (
          <small className="block text-xs text-muted">
            <q>{note}</q>
          </small>
        )}
      </span>
    </span>
  )
}
