import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '@/ui/EmptyState'
import { CertaintyBar } from '@/ui/funding/CertaintyBar'
import { FundingWord } from '@/ui/funding/FundingWord'
import { Money } from '@/ui/Money'
import { Section } from '@/ui/Page'
import { fundingQuery } from '../queries/funding'

/** What an organisation has made possible, as everybody may see it. */
export function Funded({ slug, name }: { slug: string; name: string }) {
  const { t } = useLingui()
  const { data } = useSuspenseQuery(fundingQuery(slug))
  const { items, named } = data

  return (
    <Section title={t`What it funds`}>
      {items.length === 0 && named.length === 0 ? (
        <EmptyState title={t`Nothing yet that everybody may see`} />
      ) : (
        <ul className="grid">
          {items.map(({ project, share, amount, active }) => (
            <li
              key={project.slug}
              className="grid gap-x-8 gap-y-2 border-t border-line py-4 last:border-b sm:grid-cols-[minmax(0,1fr)_14rem_9rem] sm:items-center"
            >
              <div className="grid gap-0.5">
                <Link to="/projects/$slug" params={{ slug: project.slug }} className="w-fit font-medium">
                  {project.title}
                </Link>
                <span className="text-sm text-muted">{project.summary}</span>
              </div>
              <div className="grid gap-1.5">
                <CertaintyBar {...project} />
                <span>
                  <FundingWord project={project} />
                </span>
              </div>
              <p className="text-sm text-muted sm:text-right">
                <b className="block text-md">
                  <Money amount={active ? share : amount} />
                </b>
                {!active ? <Trans>waits for its conditions</Trans> : share !== amount && <Trans>its share today</Trans>}
              </p>
            </li>
          ))}
          {named.map(({ slug: project, title }) => (
            <li
              key={project}
              className="flex flex-wrap justify-between gap-x-8 gap-y-1 border-t border-line py-4 last:border-b"
            >
              <Link to="/projects/$slug" params={{ slug: project }} className="font-medium">
                {title}
              </Link>
              <span className="text-sm text-muted">
                <Trans>{name} is among those who paid for it</Trans>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
