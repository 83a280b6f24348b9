import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Logo } from '@/ui/Logo'
import { Money } from '@/ui/Money'
import { usePerson } from '../queries/use-person'
import { roleWords } from './roles'

/** The organisations somebody belongs to; each is changed on the organisation's own page. */
export function Memberships() {
  const { i18n } = useLingui()
  const { memberships } = usePerson()
  if (memberships.length === 0) {
    return (
      <p className="text-ui text-muted">
        <Trans>None. Add them on an organisation’s page of people.</Trans>
      </p>
    )
  }
  return (
    <ul className="border-t border-line">
      {memberships.map(({ organization: { slug, name, logo_url }, role, pledge_limit }) => (
        <li key={slug} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-3 text-sm">
          <Link
            to="/organizations/$slug/people"
            params={{ slug }}
            className="mr-auto flex items-center gap-2.5 font-medium text-ink no-underline hover:text-accent"
          >
            <Logo name={name} url={logo_url} />
            {name}
          </Link>
          <span>{i18n._(roleWords[role])}</span>
          {pledge_limit && (
            <span className="text-muted">
              <Trans>
                up to <Money amount={pledge_limit} cents={false} /> a year
              </Trans>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
