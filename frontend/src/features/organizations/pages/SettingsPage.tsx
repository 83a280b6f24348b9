/** What an organisation's people keep up to date, each part for whoever the API lets change it. */

import { useLingui } from '@lingui/react/macro'
import { type Needs, prefetch } from '@/api/prefetch'
import { refusal } from '@/api/problem'
import { tiersQuery } from '@/api/tiers'
import { Section, useTitle } from '@/ui/Page'
import { LogoSettings } from '../components/LogoSettings'
import { mayChangeSomething } from '../components/may-change'
import { BillingForm } from '../forms/BillingForm'
import { BudgetForm } from '../forms/BudgetForm'
import { MembershipForm } from '../forms/MembershipForm'
import { ProfileForm } from '../forms/ProfileForm'
import { organizationQuery } from '../queries/organizations'
import { useOrganization } from '../queries/use-organization'

export async function load({ queryClient, params: { slug = '' } }: Needs) {
  const organization = await prefetch(queryClient, organizationQuery(slug))
  if (!mayChangeSomething(organization)) throw refusal(organization.can.edit_profile)
  if (organization.can.edit_membership.ok) await prefetch(queryClient, tiersQuery)
}

export default function SettingsPage() {
  const { t } = useLingui()
  const { name, can } = useOrganization()
  useTitle(t`Settings · ${name}`)

  return (
    <>
      {can.edit_profile.ok && (
        <Section beside title={t`Public profile`} lead={t`What everybody reads about you.`}>
          <ProfileForm />
        </Section>
      )}
      {can.edit_profile.ok && (
        <Section beside title={t`Logo`} lead={t`Shown beside your name, wherever you are credited.`}>
          <LogoSettings />
        </Section>
      )}
      {can.edit_ceiling.ok && (
        <Section
          beside
          title={t`Fiscal year and ceiling`}
          lead={t`So that pledges fall into your years, and never exceed them.`}
        >
          <BudgetForm />
        </Section>
      )}
      {can.edit_billing.ok && (
        <Section beside title={t`Billing`} lead={t`What an invoice to you says. Only your people and staff see it.`}>
          <BillingForm />
        </Section>
      )}
      {can.edit_membership.ok && (
        <Section beside title={t`Membership`} lead={t`For staff: how this organisation takes part, and until when.`}>
          <MembershipForm />
        </Section>
      )}
    </>
  )
}
