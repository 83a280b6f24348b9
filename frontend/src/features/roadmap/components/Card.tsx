import { Trans, useLingui } from '@lingui/react/macro'
import type { Project } from '@/api/types'
import { formatLocale } from '@/lib/locale'
import { Badge } from '@/ui/Badge'
import { CertaintyBar } from '@/ui/funding/CertaintyBar'
import { headline } from '@/ui/funding/headline'
import { ProjectLink } from '@/ui/funding/ProjectLink'
import { Money } from '@/ui/Money'
import { CardFacts } from './CardFacts'

/**
 * A project in the order every card has: theme, title, one line, bar, the figure that matters now, two short facts.
 * The title is the link and covers the card, so there is one stop for the keyboard and one name to hear.
 */
export function Card({ project }: { project: Project }) {
  const { i18n } = useLingui()
  const { slug, title, summary, theme, funding, goal } = project
  const firm = goal && funding !== 'candidate'

  return (
    <article className="relative grid gap-1.5 rounded-lg border border-line bg-surface p-4 transition-[border-color,box-shadow] hover:border-line-strong hover:shadow-panel has-[a:focus-visible]:outline-3 has-[a:focus-visible]:outline-offset-2 has-[a:focus-visible]:outline-focus">
      <div className="flex min-h-5 items-start justify-between gap-2 text-xs text-muted">
        <span>{theme?.name}</span>
        <Tag project={project} />
      </div>
      {/* As tall as most, so that bars stand on one line across columns. */}
      <div className="grid content-start gap-1.5 lg:min-h-27.5">
        <h3 className="text-[0.9688rem]">
          <ProjectLink
            slug={slug}
            className="text-ink no-underline after:absolute after:inset-0 after:rounded-lg hover:text-ink focus-visible:outline-none"
          >
            {title}
          </ProjectLink>
        </h3>
        <p className="text-sm leading-[1.45]">{summary}</p>
      </div>
      {firm && (
        <div className="mt-3">
          <CertaintyBar {...project} />
        </div>
      )}
      <p className="mt-0.5 flex flex-wrap items-baseline justify-between gap-x-2 text-sm text-muted">
        <b className="text-ui">{headline(project, formatLocale(i18n.locale))}</b>
        {firm ? (
          <span>
            <Trans>
              of <Money amount={goal} cents={false} bare />
            </Trans>
          </span>
        ) : (
          <span>{goal ? <Trans>asked for</Trans> : <Trans>being firmed</Trans>}</span>
        )}
      </p>
      <CardFacts project={project} />
    </article>
  )
}

/** Only what the column does not say already. */
function Tag({ project: { funding, covered } }: { project: Project }) {
  if (funding === 'candidate') {
    return (
      <Badge>
        <Trans>Gathering support</Trans>
      </Badge>
    )
  }
  if (funding === 'missed') {
    return (
      <Badge tone="care">
        <Trans>Missed its date</Trans>
      </Badge>
    )
  }
  if (funding === 'open' && covered) {
    return (
      <Badge tone="on">
        <Trans>Shares falling</Trans>
      </Badge>
    )
  }
  return null
}
