/** The front door: what Cofund is, who takes part, how sharing works. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { type Needs, prefetch } from '@/api/prefetch'
import { useSession } from '@/api/session'
import { buttonClass } from '@/ui/button-class'
import { HowSharingWorks } from '@/ui/funding/HowSharingWorks'
import { Section, useTitle } from '@/ui/Page'
import { Wall } from '../components/Wall'
import { wallQuery } from '../queries/wall'

export const load = ({ queryClient }: Needs) => prefetch(queryClient, wallQuery)

export default function LandingPage() {
  useTitle('Cofund')
  const { t } = useLingui()
  const { user } = useSession()
  const own = user?.memberships[0]?.organization

  return (
    <div className="wrap">
      <header className="grid gap-5 pt-10 pb-4 sm:pt-16">
        <h1 tabIndex={-1} className="max-w-[22ch] text-3xl">
          <Trans>Communities pay for the 2i2c roadmap together.</Trans>
        </h1>
        <p className="max-w-[58ch] text-lg">
          <Trans>
            Each item has a price. Pledge a part of it, alone or in a coalition. Nothing is owed until it is fully
            funded and you have signed.
          </Trans>
        </p>
        <p className="flex flex-wrap gap-3">
          {own ? (
            <Link to="/organizations/$slug" params={{ slug: own.slug }} className={buttonClass('primary')}>
              <Trans>Go to {own.name}</Trans>
            </Link>
          ) : (
            !user && (
              <Link to="/sign-in" className={buttonClass('primary')}>
                <Trans>Sign in</Trans>
              </Link>
            )
          )}
        </p>
      </header>
      <div className="mt-10">
        <Section title={t`How a shared item gets cheaper for everyone`}>
          <HowSharingWorks />
        </Section>
        <Wall />
      </div>
    </div>
  )
}
