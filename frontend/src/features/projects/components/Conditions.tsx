import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Conditions as Asked } from '@/api/types'
import { Money } from '@/ui/Money'

/** What must hold over the others before a pledge counts. Hidden pledges do not say. */
export function Conditions({ conditions }: { conditions: Asked | undefined }) {
  if (!conditions) return <Trans>its condition holds</Trans>
  const { min_other_orgs, min_other_amount, min_total, requires_org } = conditions
  return (
    <ul>
      {min_other_orgs && (
        <li>
          <Plural value={min_other_orgs} one="# other organisation is in" other="# other organisations are in" />
        </li>
      )}
      {min_other_amount && (
        <li>
          <Trans>
            others put in <Money amount={min_other_amount} cents={false} />
          </Trans>
        </li>
      )}
      {min_total && (
        <li>
          <Trans>
            all ceilings reach <Money amount={min_total} cents={false} />
          </Trans>
        </li>
      )}
      {requires_org && (
        <li>
          <Trans>
            <Link to="/organizations/$slug" params={{ slug: requires_org }}>
              {requires_org}
            </Link>{' '}
            is in, by name
          </Trans>
        </li>
      )}
    </ul>
  )
}
