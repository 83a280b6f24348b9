import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { budgetQuery, organizationPledgesQuery } from '@/api/pledges'
import { type Needs, prefetch } from '@/api/prefetch'
import { buttonClass } from '@/ui/button-class'
import { EmptyState } from '@/ui/EmptyState'
import { useTitle } from '@/ui/Page'
import { Prose } from '@/ui/Prose'
import { Funded } from '../components/Funded'
import { isOwn } from '../components/own'
import { WaitsForMe } from '../components/WaitsForMe'
import { fundingQuery } from '../queries/funding'
import { organizationQuery } from '../queries/organizations'
import { useOrganization } from '../queries/use-organization'

export async function load({ queryClient, params: { slug = '' } }: Needs) {
  const [organization] = await Promise.all([
    prefetch(queryClient, organizationQuery(slug)),
    prefetch(queryClient, fundingQuery(slug)),
  ])
  if (!isOwn(organization)) return
  await Promise.all([prefetch(queryClient, organizationPledgesQuery(slug)), prefetch(queryClient, budgetQuery(slug))])
}

/** What an organisation says about itself and what it funds, for everybody; for its own people, what waits for them. */
export default function ProfilePage() {
  const { t } = useLingui()
  const organization = useOrganization()
  const { slug, name, profile_html, website, ror_id, can, my_role } = organization
  useTitle(name)

  return (
    <div>
      {isOwn(organization) && my_role && <WaitsForMe slug={slug} />}
      <div className="mt-10 grid gap-x-12 first:mt-0 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        {profile_html ? (
          <Prose html={profile_html} />
        ) : (
          <EmptyState
            title={t`No profile yet`}
            action={
              can.edit_profile.ok && (
                <Link to="/organizations/$slug/settings" params={{ slug }} className={buttonClass()}>
                  <Trans>Write it</Trans>
                </Link>
              )
            }
          >
            <Trans>A few sentences on what {name} does, and what its hub is for.</Trans>
          </EmptyState>
        )}
        {(website || ror_id) && (
          <dl className="grid content-start gap-4 text-ui">
            {website && (
              <Fact name={t`Website`}>
                <a href={website} rel="noopener">
                  {website.replace(/^https?:\/\/|\/$/g, '')}
                </a>
              </Fact>
            )}
            {ror_id && (
              <Fact name={t`In the Research Organization Registry`}>
                <a href={ror_id} rel="noopener">
                  {ror_id.replace('https://', '')}
                </a>
              </Fact>
            )}
          </dl>
        )}
      </div>
      <Funded slug={slug} name={name} />
    </div>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="break-all">{children}</dd>
    </div>
  )
}
