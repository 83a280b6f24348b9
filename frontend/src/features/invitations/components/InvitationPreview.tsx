import { Trans, useLingui } from '@lingui/react/macro'
import { useSession } from '@/api/session'
import type { InvitationPreview as Preview } from '@/api/types'
import { DateTime } from '@/ui/DateTime'
import { Logo } from '@/ui/Logo'
import { Money } from '@/ui/Money'
import { Page } from '@/ui/Page'
import { Panel } from '@/ui/Panel'
import { AcceptForm } from '../forms/AcceptForm'
import { SignInToAccept } from './SignInToAccept'
import { roleSentences } from './words'

/** What one says yes to, and the way there: a name for who is new, a sign-in for who is not. */
export function InvitationPreview({ token, invitation }: { token: string; invitation: Preview }) {
  const { t, i18n } = useLingui()
  const { user } = useSession()
  const { organization, role, pledge_limit, email, invited_by, expires_at, has_account } = invitation
  const isTheirs = user?.email.toLowerCase() === email.toLowerCase()

  return (
    <Page
      title={t`Join ${organization.name}`}
      lead={
        <Trans>
          {invited_by} invites <strong className="break-all">{email}</strong>.
        </Trans>
      }
    >
      <Panel className="grid max-w-form gap-6">
        <div className="flex items-center gap-4">
          <Logo name={organization.name} url={organization.logo_url} size="large" />
          <div className="grid gap-1 text-sm">
            <p className="text-md font-medium text-ink">{i18n._(roleSentences[role])}</p>
            {pledge_limit && (
              <p>
                <Trans>
                  You may pledge up to <Money amount={pledge_limit} cents={false} /> a fiscal year alone.
                </Trans>
              </p>
            )}
            <p className="text-muted">
              <Trans>
                Open until <DateTime at={expires_at} />
              </Trans>
            </p>
          </div>
        </div>
        {has_account && !isTheirs ? (
          <SignInToAccept email={email} someoneElse={user?.email ?? null} />
        ) : (
          <AcceptForm token={token} organization={organization} isNew={!has_account} />
        )}
      </Panel>
    </Page>
  )
}
