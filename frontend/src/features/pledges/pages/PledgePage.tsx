/** Pledging: one page from “how much” to “sent”. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useLiveProject } from '@/api/live'
import { organizationsQuery } from '@/api/organizations'
import { budgetQuery } from '@/api/pledges'
import { type Needs, prefetch } from '@/api/prefetch'
import { projectQuery } from '@/api/projects'
import { currentSession, useMe } from '@/api/session'
import { DateTime } from '@/ui/DateTime'
import { LastDay } from '@/ui/funding/LastDay'
import { Money } from '@/ui/Money'
import { Page } from '@/ui/Page'
import { NoPledge } from '../components/NoPledge'
import { PledgeForm } from '../forms/PledgeForm'
import type { NewPledgeValues } from '../forms/pledge-schema'
import { useCandidates } from '../queries/candidates'
import { draftOf } from '../queries/draft'
import { termsQuery } from '../queries/terms'

export async function load({ queryClient, params: { slug = '' } }: Needs) {
  const memberships = currentSession().user?.memberships ?? []
  const [project] = await Promise.all([
    prefetch(queryClient, projectQuery(slug)),
    prefetch(queryClient, organizationsQuery),
    ...memberships.map(({ organization }) => prefetch(queryClient, projectQuery(slug, organization.slug))),
    ...memberships.map(({ organization }) => prefetch(queryClient, budgetQuery(organization.slug))),
  ])
  if (project.terms_version) await prefetch(queryClient, termsQuery(project.terms_version))
}

const route = getRouteApi('/projects/$slug/pledge')

export default function PledgePage() {
  const { t } = useLingui()
  const { slug } = route.useParams()
  const { data: project } = useSuspenseQuery(projectQuery(slug))
  useLiveProject(slug)
  const asked = useAskedAmount()
  const me = useMe()
  const [draft] = useState(() => draftOf<NewPledgeValues>(me.id, slug))
  // Asked once: what happens meanwhile must not take the form from under somebody's hands; the answer to it does.
  const [open] = useState(project.can.pledge.ok)
  const [unanswered] = useState(() => draft.attempt.read() !== null)
  const [resumed] = useState(() => draft.values() !== null)
  const candidates = useCandidates(slug)
  const { data: terms } = useQuery({ ...termsQuery(project.terms_version ?? ''), enabled: open })

  return (
    <Page
      title={t`Pledge to “${project.title}”`}
      eyebrow={
        <Link to="/projects/$slug" params={{ slug }} className="inline-block py-1">
          {project.title}
        </Link>
      }
      facts={
        <>
          {project.goal && (
            <span>
              <Trans>
                Goal{' '}
                <b>
                  <Money amount={project.goal} cents={false} />
                </b>
              </Trans>
            </span>
          )}
          <span>
            {project.covered ? (
              <Plural value={project.backers} one="Covered by # community" other="Covered by # communities" />
            ) : (
              <Trans>
                <b>
                  <Money amount={project.remaining} cents={false} />
                </b>{' '}
                to go
              </Trans>
            )}
          </span>
          {project.closes_at && (
            <span>
              <Trans>
                Closes{' '}
                <b>
                  <LastDay project={project} />
                </b>
                , <DateTime at={project.closes_at} as="ago" />
              </Trans>
            </span>
          )}
          {open && resumed && (
            <span className="text-good">
              <Trans>Your draft is still here</Trans>
            </span>
          )}
        </>
      }
    >
      {open && terms ? (
        <PledgeForm {...{ project, terms, candidates, draft, asked }} />
      ) : (
        <NoPledge project={project} arrived={unanswered} />
      )}
    </Page>
  )
}

/** An amount that came in the address begins the form once; a reload after that finds the draft instead. */
function useAskedAmount() {
  const { amount = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const [asked] = useState(amount)
  useEffect(() => {
    if (amount) void navigate({ to: '.', search: {}, replace: true })
  }, [amount, navigate])
  return asked
}
