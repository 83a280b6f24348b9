/** The head of an organisation's pages: who it is, and for its people the way to the others. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Outlet } from '@tanstack/react-router'
import { type Needs, prefetch } from '@/api/prefetch'
import { Logo } from '@/ui/Logo'
import { TabNav, tabClass } from '@/ui/TabNav'
import { mayChangeSomething } from '../components/may-change'
import { OrganizationFacts } from '../components/OrganizationFacts'
import { isOwn } from '../components/own'
import { organizationQuery } from '../queries/organizations'
import { useOrganization } from '../queries/use-organization'

export const load = ({ queryClient, params: { slug = '' } }: Needs) => prefetch(queryClient, organizationQuery(slug))

export default function OrganizationLayout() {
  const { t } = useLingui()
  const organization = useOrganization()
  const { slug, name, logo_url, can } = organization
  const settings = mayChangeSomething(organization)
  const own = isOwn(organization)

  return (
    <>
      <header className="wrap flex flex-wrap items-center gap-x-5 gap-y-3 pt-8 pb-6 sm:pt-10">
        <Logo name={name} url={logo_url} size="large" />
        <div className="grid min-w-0 flex-1 basis-72 gap-1.5">
          <h1 tabIndex={-1}>{name}</h1>
          <OrganizationFacts organization={organization} />
        </div>
      </header>
      {(own || can.see_people.ok || settings) && (
        <TabNav label={t`Pages of this organisation`}>
          <li>
            <Link to="/organizations/$slug" params={{ slug }} activeOptions={{ exact: true }} className={tabClass}>
              <Trans>Profile</Trans>
            </Link>
          </li>
          {own && (
            <>
              <li>
                <Link to="/organizations/$slug/pledges" params={{ slug }} className={tabClass}>
                  <Trans>Pledges</Trans>
                </Link>
              </li>
              <li>
                <Link to="/organizations/$slug/budget" params={{ slug }} className={tabClass}>
                  <Trans>Budget</Trans>
                </Link>
              </li>
            </>
          )}
          {can.see_people.ok && (
            <li>
              <Link to="/organizations/$slug/people" params={{ slug }} className={tabClass}>
                <Trans>People</Trans>
              </Link>
            </li>
          )}
          {settings && (
            <li>
              <Link to="/organizations/$slug/settings" params={{ slug }} className={tabClass}>
                <Trans>Settings</Trans>
              </Link>
            </li>
          )}
        </TabNav>
      )}
      <div className="wrap pt-8">
        <Outlet />
      </div>
    </>
  )
}
