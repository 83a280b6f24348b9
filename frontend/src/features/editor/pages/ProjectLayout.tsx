/** The head of a project's staff pages: where it stands, what can be done with it, and the way to its parts. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Outlet } from '@tanstack/react-router'
import { type Needs, prefetch } from '@/api/prefetch'
import { projectPledgesQuery, projectQuery } from '@/api/projects'
import type { ProjectDetail } from '@/api/types'
import { useTitle } from '@/ui/Page'
import { Tab, TabNav } from '@/ui/TabNav'
import { SaverContext, useNewSaver } from '../autosave/use-saver'
import { Deeds } from '../components/Deeds'
import { ProjectFacts } from '../components/ProjectFacts'
import { DeedDialog } from '../dialogs/DeedDialog'
import { publishCheckQuery } from '../queries/editor'
import { useProject } from '../queries/use-project'

export const load = ({ queryClient, params: { slug = '' } }: Needs) =>
  Promise.all([
    prefetch(queryClient, projectQuery(slug)),
    prefetch(queryClient, projectPledgesQuery(slug)),
    prefetch(queryClient, publishCheckQuery(slug)),
  ])

export default function ProjectLayout() {
  const project = useProject()
  return <Desk key={project.slug} project={project} />
}

function Desk({ project }: { project: ProjectDetail }) {
  const { t } = useLingui()
  const saver = useNewSaver(project)
  const { slug, title } = project
  useTitle(title)

  return (
    <SaverContext value={saver}>
      <header className="wrap grid gap-4 pt-8 pb-6 sm:pt-10">
        <div className="grid gap-2">
          <p className="text-xs font-medium">
            <Link to="/staff/projects">
              <Trans>All projects</Trans>
            </Link>
          </p>
          <h1 tabIndex={-1}>{title}</h1>
          <ProjectFacts project={project} />
        </div>
        <Deeds project={project} />
      </header>
      <TabNav label={t`Pages of this project`}>
        <Tab to="/staff/projects/$slug" slug={slug} exact>
          <Trans>Text</Trans>
        </Tab>
        <Tab to="/staff/projects/$slug/pledges" slug={slug}>
          <Trans>Pledges</Trans>
        </Tab>
        <Tab to="/staff/projects/$slug/updates" slug={slug}>
          <Trans>Updates</Trans>
        </Tab>
      </TabNav>
      <div className="wrap pt-8">
        <Outlet />
      </div>
      <DeedDialog project={project} />
    </SaverContext>
  )
}
