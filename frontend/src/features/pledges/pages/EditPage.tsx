/** Changing a pledge: it keeps its place, and its history keeps what was before. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { organizationsQuery } from '@/api/organizations'
import { budgetQuery, pledgeQuery } from '@/api/pledges'
import { type Needs, prefetch } from '@/api/prefetch'
import { refusal } from '@/api/problem'
import { projectQuery } from '@/api/projects'
import { Page } from '@/ui/Page'
import { EditForm } from '../forms/EditForm'

export async function load({ queryClient, params: { id = '' } }: Needs) {
  const { can, project, organization } = await prefetch(queryClient, pledgeQuery(id))
  if (!can.edit.ok && !can.annotate.ok) throw refusal(can.edit)
  await Promise.all([
    prefetch(queryClient, projectQuery(project.slug)),
    prefetch(queryClient, organizationsQuery),
    prefetch(queryClient, budgetQuery(organization.slug)),
  ])
}

const route = getRouteApi('/pledges/$id/edit')

export default function EditPage() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const { data: pledge } = useSuspenseQuery(pledgeQuery(id))
  const { data: project } = useSuspenseQuery(projectQuery(pledge.project.slug))
  const { data: budget } = useSuspenseQuery(budgetQuery(pledge.organization.slug))

  return (
    <Page
      title={t`Change the pledge`}
      eyebrow={
        <Link to="/pledges/$id" params={{ id }} className="inline-block py-1">
          {pledge.organization.name}, {project.title}
        </Link>
      }
      lead={<Trans>It keeps its place among the others, and its history keeps what was before.</Trans>}
    >
      <EditForm {...{ pledge, project, budget }} />
    </Page>
  )
}
