/** Signing in: a link by mail, no password. */
import { useLingui } from '@lingui/react/macro'
import { getRouteApi, Navigate } from '@tanstack/react-router'
import { useSession } from '@/api/session'
import { Page } from '@/ui/Page'
import { Panel } from '@/ui/Panel'
import { MailLinkForm } from '../forms/MailLinkForm'

const route = getRouteApi('/sign-in')

export default function SignInPage() {
  const { t } = useLingui()
  const { return_to } = route.useSearch()
  const { user } = useSession()
  // Also when another tab signs in while this one waits for its link.
  if (user) return <Navigate to={return_to ?? '/'} replace />

  return (
    <Page title={t`Sign in`} lead={t`We send a link to your mailbox. There is no password to remember, or to lose.`}>
      <Panel className="max-w-form">
        <MailLinkForm returnTo={return_to} />
      </Panel>
    </Page>
  )
}
