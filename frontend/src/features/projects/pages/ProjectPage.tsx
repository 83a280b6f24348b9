/** One project, whole: where it stands, who is in, what it will be, and how to take part. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useLiveProject } from '@/api/live'
import { type Needs, prefetch } from '@/api/prefetch'
import { projectPledgesQuery, projectQuery } from '@/api/projects'
import { News } from '@/ui/funding/News'
import { NarrativeLink, ThemeLink } from '@/ui/funding/TopicLinks'
import { Later } from '@/ui/Later'
import { Page } from '@/ui/Page'
import { Aside } from '../components/Aside'
import { Deliverables } from '../components/Deliverables'
import { FundingFigure } from '../components/FundingFigure'
import { PrintedFrom } from '../components/PrintedFrom'
import { ProjectFacts } from '../components/ProjectFacts'
import { StateNotice } from '../components/StateNotice'
import { Story } from '../components/Story'
import { TippingPoint } from '../components/TippingPoint'
import { Updates } from '../components/Updates'
import { WhoIsIn } from '../components/WhoIsIn'
import { FundingCurve } from '../curve/FundingCurve'
import { LedgerSection } from '../ledger/LedgerSection'
import { ledgerQuery, progressQuery, supportsQuery, updatesQuery } from '../queries/project'
import { useProject } from '../queries/use-project'
import { SupportSection } from '../support/SupportSection'

export const load = ({ queryClient, params: { slug = '' } }: Needs) =>
  Promise.all([
    prefetch(queryClient, projectQuery(slug)),
    prefetch(queryClient, projectPledgesQuery(slug)),
    prefetch(queryClient, progressQuery(slug)),
    prefetch(queryClient, supportsQuery(slug)),
    prefetch(queryClient, updatesQuery(slug)),
    // A draft has none. Where there should be one, its section says what is wrong.
    prefetch(queryClient, ledgerQuery(slug)).catch(() => undefined),
  ])

export default function ProjectPage() {
  const project = useProject()
  const change = useLiveProject(project.slug)
  const { theme, narratives, title, summary, goal, funding } = project

  return (
    <Page
      title={title}
      eyebrow={
        <>
          <Link to="/" className="text-muted">
            <Trans>Roadmap</Trans>
          </Link>
          {theme && (
            <>
              {' / '}
              <ThemeLink theme={theme} />
            </>
          )}
          {narratives.map((narrative) => (
            <Fragment key={narrative.slug}>
              {' · '}
              <NarrativeLink narrative={narrative} />
            </Fragment>
          ))}
        </>
      }
      lead={summary}
    >
      <News change={change} />
      <ProjectFacts project={project} />
      {/* On a small screen what one can do follows what it is about; on a wide one it stays beside all of it. */}
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr] print:block">
        <div className="min-w-0">
          <div className="grid gap-8">
            <FundingFigure project={project} />
            <StateNotice project={project} />
          </div>
          <TippingPoint project={project} />
        </div>
        <Aside project={project} />
        <div className="min-w-0 print:mt-12">
          <Later>
            {goal && funding !== 'candidate' && <WhoIsIn project={project} />}
            {funding === 'candidate' && <SupportSection project={project} />}
            <FundingCurve project={project} />
            <Deliverables deliverables={project.deliverables} />
            <Story project={project} />
            {funding !== 'candidate' && <SupportSection project={project} />}
            <Updates slug={project.slug} />
            {funding !== 'draft' && <LedgerSection project={project} />}
            <PrintedFrom slug={project.slug} />
          </Later>
        </div>
      </div>
    </Page>
  )
}
