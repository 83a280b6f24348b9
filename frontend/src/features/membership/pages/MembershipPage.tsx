/** How co-funding works, whom it is for, what a membership offers, and how one joins. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { type Needs, prefetch } from '@/api/prefetch'
import { useSession } from '@/api/session'
import { tiersQuery } from '@/api/tiers'
import { contactAddress } from '@/lib/contact'
import { buttonClass } from '@/ui/button-class'
import { HowSharingWorks } from '@/ui/funding/HowSharingWorks'
import { Page, Section } from '@/ui/Page'
import { FourBars } from '../components/FourBars'
import { Promises } from '../components/Promises'
import { Tiers } from '../components/Tiers'
import { WhoItIsFor } from '../components/WhoItIsFor'

export const load = ({ queryClient }: Needs) => prefetch(queryClient, tiersQuery)

export default function MembershipPage() {
  const { t } = useLingui()
  return (
    <Page
      title={t`What one community cannot pay for, several can`}
      lead={
        <Trans>
          Members of 2i2c fund its roadmap together: each pledges a part of what it needs, and all of them get the
          result.
        </Trans>
      }
    >
      <Section title={t`From a price to a result`}>
        <FourBars />
      </Section>
      <Section
        title={t`When it is shared, everyone pays less with each who joins`}
        lead={
          <Trans>In a shared item you name the most you would pay. What you do pay depends on how many come in.</Trans>
        }
      >
        <HowSharingWorks />
      </Section>
      <Section title={t`What you can rely on`}>
        <Promises />
      </Section>
      <Section title={t`Who it is for`}>
        <WhoItIsFor />
      </Section>
      <Section
        title={t`What a membership offers`}
        lead={<Trans>A tier buys a service. It never buys cheaper, earlier or heavier pledges.</Trans>}
      >
        <Tiers />
      </Section>
      <Section title={t`How to join`}>
        <Join />
      </Section>
    </Page>
  )
}

function Join() {
  const { user } = useSession()
  const address = contactAddress()
  return (
    <div className="grid max-w-prose gap-4">
      <p>
        <Trans>
          Write to <a href={`mailto:${address}`}>{address}</a> and say who you are and what your community needs. We
          answer, agree on a tier, and invite you; from then on you invite your own colleagues and pledge.
        </Trans>
      </p>
      <p className="flex flex-wrap gap-3">
        <a href={`mailto:${address}`} className={buttonClass('primary')}>
          <Trans>Write to us</Trans>
        </a>
        {user ? (
          <Link to="/" className={buttonClass()}>
            <Trans>See the roadmap</Trans>
          </Link>
        ) : (
          <Link to="/sign-in" className={buttonClass()}>
            <Trans>Your organisation is a member? Sign in</Trans>
          </Link>
        )}
      </p>
    </div>
  )
}
