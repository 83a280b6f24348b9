import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { Pledge } from '@/api/types'
import { Button } from '@/ui/Button'
import { Skeleton } from '@/ui/Skeleton'
import { pledgeQuery } from '../queries/editor'
import type { SeenPledge } from './standing'

export type PledgeDeed = { deed: 'sign' | 'release' | 'default'; pledge: Pledge }

type Props = { seen: SeenPledge; onDeed: (deed: PledgeDeed) => void }

/** What the API lets one do with a pledge. The list does not say, so each live pledge is asked for. */
export function PledgeDeeds({ seen, onDeed }: Props) {
  const { t } = useLingui()
  const { data: pledge, isError } = useQuery(pledgeQuery(seen.id))
  if (isError) return null
  if (!pledge) return <Skeleton className="ml-auto h-8 w-28" />
  const { can, organization, agreement_reference } = pledge
  const { name } = organization

  return (
    <span className="flex flex-wrap items-center gap-2 sm:justify-end">
      {agreement_reference && <span className="text-xs text-muted">{agreement_reference}</span>}
      {can.sign.ok && (
        <Button
          size="small"
          onClick={() => onDeed({ deed: 'sign', pledge })}
          aria-label={t`Note the agreement of ${name}`}
        >
          <Trans>Agreement…</Trans>
        </Button>
      )}
      {can.release.ok && (
        <Button size="small" onClick={() => onDeed({ deed: 'release', pledge })} aria-label={t`Release ${name}`}>
          <Trans>Release…</Trans>
        </Button>
      )}
      {can.default.ok && (
        <Button
          size="small"
          onClick={() => onDeed({ deed: 'default', pledge })}
          aria-label={t`Note the default of ${name}`}
        >
          <Trans>Default…</Trans>
        </Button>
      )}
    </span>
  )
}
