import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { explainCode } from '@/api/errors'
import { isLive, organizationPledgesQuery } from '@/api/pledges'
import { useMe } from '@/api/session'
import type { Project } from '@/api/types'
import { buttonClass } from '@/ui/button-class'

/** Why one cannot pledge here, and where to go instead. */
export function NoPledge({ project, arrived }: { project: Project; arrived: boolean }) {
  const { memberships } = useMe()
  const [only] = memberships
  const already = project.can.pledge.code === 'already_pledged'
  const { data: pledges } = useQuery({
    ...organizationPledgesQuery(only?.organization.slug ?? ''),
    enabled: already && only !== undefined,
  })
  const pledge = pledges?.find((one) => one.project.slug === project.slug && isLive(one))

  return (
    <div className="grid max-w-prose justify-items-start gap-5">
      <p className="text-lg">
        {already && arrived ? (
          <Trans>Your pledge arrived before the connection was lost. It stands, once.</Trans>
        ) : (
          explainCode(project.can.pledge.code ?? null)
        )}
      </p>
      <div className="flex flex-wrap gap-3">
        {pledge && (
          <Link to="/pledges/$id" params={{ id: pledge.id }} className={buttonClass('primary')}>
            <Trans>See the pledge</Trans>
          </Link>
        )}
        <Link to="/projects/$slug" params={{ slug: project.slug }} className={buttonClass()}>
          <Trans>Back to the project</Trans>
        </Link>
      </div>
    </div>
  )
}
