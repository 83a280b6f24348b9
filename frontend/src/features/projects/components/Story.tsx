import { Trans, useLingui } from '@lingui/react/macro'
import type { ProjectDetail } from '@/api/types'
import { Prose } from '@/ui/Prose'
import { linkWords } from './words'

/** The project in prose, in the order in which somebody asks. A text that is not written yet has no heading. */
export function Story({ project }: { project: ProjectDetail }) {
  const { t } = useLingui()
  const parts = [
    { title: t`The problem`, html: project.problem_html },
    { title: t`What we will build`, html: project.solution_html },
    { title: t`How we will build it`, html: project.implementation_html },
    { title: t`Where it fits`, html: project.fit_html },
    { title: t`What it makes possible`, html: project.research_html },
  ].filter(({ html }) => html.trim() !== '')

  return (
    <section aria-label={t`About the project`} className="mt-12 grid gap-8">
      {parts.map(({ title, html }) => (
        <div key={title} className="grid gap-2">
          <h2 className="text-lg">{title}</h2>
          <Prose html={html} />
        </div>
      ))}
      <Links links={project.links} />
    </section>
  )
}

function Links({ links }: { links: ProjectDetail['links'] }) {
  const { i18n } = useLingui()
  if (links.length === 0) return null
  return (
    <div className="grid gap-2">
      <h2 className="text-lg">
        <Trans>Where to read more</Trans>
      </h2>
      <ul className="grid gap-1.5 text-ui">
        {links.map(({ kind, url }) => (
          <li key={url} className="grid gap-x-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
            <span className="text-muted">{i18n._(linkWords[kind])}</span>
            <a href={url} rel="noopener" className="break-all">
              {url.replace(/^https?:\/\/|\/$/g, '')}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
