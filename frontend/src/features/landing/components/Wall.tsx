import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Logo } from '@/ui/Logo'
import { Section } from '@/ui/Page'
import { wallQuery } from '../queries/wall'

/** Who takes part, each with the same weight, whatever they pay. */
export function Wall() {
  const { t } = useLingui()
  const { data: organizations } = useSuspenseQuery(wallQuery)
  if (organizations.length === 0) return null

  return (
    <Section
      title={t`Who takes part`}
      actions={
        <Link to="/organizations" className="text-sm">
          <Trans>All organisations</Trans>
        </Link>
      }
    >
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(17rem,100%),1fr))] gap-x-8 border-t border-line">
        {organizations.map(({ slug, name, logo_url, kind }) => (
          <li key={slug} className="border-b border-line">
            <Link
              to="/organizations/$slug"
              params={{ slug }}
              className="flex min-h-16 items-center gap-3 py-2.5 leading-snug font-medium text-ink no-underline hover:text-accent"
            >
              <Logo name={name} url={logo_url} />
              <span>
                {name}
                {kind === 'funder' && (
                  <small className="block text-xs font-normal text-muted">
                    <Trans>funder</Trans>
                  </small>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
