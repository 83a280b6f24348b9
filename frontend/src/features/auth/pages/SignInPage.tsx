/** Signing in: with a provider, or by a link in a mail; no password. */
import { useLingui } from '@lingui/react/macro'
import { getRouteApi, Navigate } from '@tanstack/react-router'
import { type Needs, prefetch } from '@/api/prefetch'
import { providersQuery } from '@/api/providers'
import { useSession } from '@/api/session'
import { Page } from '@/ui/Page'
import { Panel } from '@/ui/Panel'
import { Refusal } from '@/ui/Refusal'
import { Providers } from '../components/Providers'
import { MailLinkForm } from '../forms/MailLinkForm'

const route = getRouteApi('/sign-in')

export const load = ({ queryClient }: Needs) => prefetch(queryClient, providersQuery)

export default function SignInPage() {
  const { t } = useLingui()
  const { return_to } = route.useSearch()
  const { user } = useSession()
  // Also when another tab signs in while this one waits for its link.
  if (user) return <Navigate to={return_to ?? '/'} replace />

  return (
    <Page title={t`Sign in`} lead={t`We send a link to your mailbox. There is no password to remember, or to lose.`}>
      <div className="grid max-w-form gap-6">
        <Refusal />
        <Panel>
          <Providers returnTo={return_to} />
          <MailLinkForm returnTo={return_to} />
        </Panel>
      </div>
    </Page>
  )
}
