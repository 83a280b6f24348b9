/** The head of an organisation's pages: who it is, and for its people the way to the others. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Outlet } from '@tanstack/react-router'
import { type Needs, prefetch } from '@/api/prefetch'
import { Logo } from '@/ui/Logo'
import { Tab, TabNav } from '@/ui/TabNav'
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
          <Tab to="/organizations/$slug" slug={slug} exact>
            <Trans>Profile</Trans>
          </Tab>
          {own && (
            <>
              <Tab to="/organizations/$slug/pledges" slug={slug}>
                <Trans>Pledges</Trans>
              </Tab>
              <Tab to="/organizations/$slug/budget" slug={slug}>
                <Trans>Budget</Trans>
              </Tab>
            </>
          )}
          {can.see_people.ok && (
            <Tab to="/organizations/$slug/people" slug={slug}>
              <Trans>People</Trans>
            </Tab>
          )}
          {settings && (
            <Tab to="/organizations/$slug/settings" slug={slug}>
              <Trans>Settings</Trans>
            </Tab>
          )}
        </TabNav>
      )}
      <div className="wrap pt-8">
        <Outlet />
      </div>
    </>
  )
}
