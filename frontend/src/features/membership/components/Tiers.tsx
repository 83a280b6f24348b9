import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { tiersQuery } from '@/api/tiers'
import type { Tier } from '@/api/types'
import { EmptyState } from '@/ui/EmptyState'
import { CheckIcon } from '@/ui/icons'
import { Money } from '@/ui/Money'

/** What each membership costs and offers, as staff keep it. */
export function Tiers() {
  const { t } = useLingui()
  const { items: tiers } = useSuspenseQuery(tiersQuery).data
  if (tiers.length === 0) {
    return (
      <EmptyState title={t`No tiers are published just now`}>
        <Trans>Write to us, and we will find what fits.</Trans>
      </EmptyState>
    )
  }
  return (
    <ul className="grid gap-x-8 gap-y-10 border-t border-line pt-6 sm:grid-cols-[repeat(auto-fit,minmax(15rem,1fr))]">
      {tiers.map((tier) => (
        <li key={tier.slug} className="grid content-start gap-3">
          <TierOffer tier={tier} />
        </li>
      ))}
    </ul>
  )
}

function TierOffer({ tier: { name, price, summary, offers, early_look, quarterly_report } }: { tier: Tier }) {
  return (
    <>
      <h3 className="text-lg">{name}</h3>
      <p>
        {price ? (
          <Trans>
            <span className="font-head text-[1.5rem] font-semibold tracking-[-0.02em] text-ink">
              <Money amount={price} cents={false} />
            </span>{' '}
            <span className="text-sm text-muted">a year</span>
          </Trans>
        ) : (
          <span className="font-head text-[1.5rem] font-semibold tracking-[-0.02em] text-ink">
            <Trans>By agreement</Trans>
          </span>
        )}
      </p>
      {summary && <p className="text-ui">{summary}</p>}
      <ul className="grid gap-1.5 text-sm">
        {offers.map((offer) => (
          <Offer key={offer}>{offer}</Offer>
        ))}
        {offers.length === 0 && early_look && (
          <Offer>
            <Trans>An early look at drafts</Trans>
          </Offer>
        )}
        {offers.length === 0 && quarterly_report && (
          <Offer>
            <Trans>A report each quarter</Trans>
          </Offer>
        )}
      </ul>
    </>
  )
}

function Offer({ children }: { children: React.ReactNode }) {
  return (
    <li className="flex gap-2">
      <span className="mt-0.5 shrink-0 text-good *:size-4">
        <CheckIcon />
      </span>
      {children}
    </li>
  )
}
