import { Link } from '@tanstack/react-router'
import type { OrganizationRef } from '@/api/types'
import { Logo } from '@/ui/Logo'

/** An organisation's logo and name, leading to its page. */
export function OrganizationName({ organization: { slug, name, logo_url } }: { organization: OrganizationRef }) {
  return (
    <Link
      to="/organizations/$slug"
      params={{ slug }}
      className="flex items-center gap-2.5 font-medium text-ink no-underline hover:text-accent hover:underline"
    >
      <Logo name={name} url={logo_url} />
      {name}
    </Link>
  )
}
