/** The person's own account: who they are here, where they are signed in, what may act in their name. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type Needs, prefetch } from '@/api/prefetch'
import { providersQuery } from '@/api/providers'
import { useMe } from '@/api/session'
import { Page, Section } from '@/ui/Page'
import { Appearance } from '../components/Appearance'
import { Follows } from '../components/Follows'
import { Identities } from '../components/Identities'
import { Sessions } from '../components/Sessions'
import { Tokens } from '../components/Tokens'
import { YourData } from '../components/YourData'
import { ProfileForm } from '../forms/ProfileForm'
import { followsQuery, identitiesQuery, sessionsQuery, tokensQuery } from '../queries/account'

export const load = ({ queryClient }: Needs) =>
  Promise.all([
    prefetch(queryClient, providersQuery),
    prefetch(queryClient, identitiesQuery),
    prefetch(queryClient, sessionsQuery),
    prefetch(queryClient, tokensQuery),
    prefetch(queryClient, followsQuery),
  ])

export default function AccountPage() {
  const { t } = useLingui()
  const me = useMe()
  const { data: providers } = useSuspenseQuery(providersQuery)
  const { data: identities } = useSuspenseQuery(identitiesQuery)
  const waysIn = providers.items.length + identities.items.length
  return (
    <Page title={t`Your account`} facts={<span className="break-all">{me.email}</span>}>
      <Section
        beside
        title={t`Profile`}
        lead={<Trans>Your name is what colleagues and staff see. Your address changes only through staff.</Trans>}
      >
        <ProfileForm />
      </Section>
      <Section beside title={t`Appearance`} lead={<Trans>On this device only.</Trans>}>
        <Appearance />
      </Section>
      <Section beside title={t`Projects you follow`} lead={<Trans>You hear of these by mail.</Trans>}>
        <Follows />
      </Section>
      {waysIn > 0 && (
        <Section beside title={t`Ways to sign in`} lead={<Trans>A link by mail always lets you in.</Trans>}>
          <Identities />
        </Section>
      )}
      <Section beside title={t`Where you are signed in`} lead={<Trans>End what you do not recognise.</Trans>}>
        <Sessions />
      </Section>
      <Section
        beside
        title={t`Access tokens`}
        lead={<Trans>For scripts that act in your name. A token never allows more than you may do yourself.</Trans>}
      >
        <Tokens />
      </Section>
      <Section beside title={t`Your data`}>
        <YourData />
      </Section>
    </Page>
  )
}
