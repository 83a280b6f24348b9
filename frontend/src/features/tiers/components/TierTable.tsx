import { Trans, useLingui } from '@lingui/react/macro'
import type { Tier } from '@/api/types'
import { toMinor } from '@/lib/money'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Money } from '@/ui/Money'
import { type Column, Table } from '@/ui/table'

type Props = { tiers: readonly Tier[]; onEdit: (tier: Tier) => void; onArchive: (tier: Tier) => void }

export function TierTable({ tiers, onEdit, onArchive }: Props) {
  const { t } = useLingui()
  const columns: Column<Tier>[] = [
    {
      key: 'name',
      head: t`Tier`,
      text: ({ name }) => name,
      order: ({ archived, position }) => position + (archived ? 1_000 : 0),
      cell: ({ name, summary, archived }) => (
        <span className="grid max-w-100 gap-0.5">
          <span className="flex flex-wrap items-center gap-2 font-medium text-ink">
            {name}
            {archived && (
              <Badge>
                <Trans>archived</Trans>
              </Badge>
            )}
          </span>
          <span className="text-muted">{summary}</span>
        </span>
      ),
    },
    {
      key: 'price',
      head: t`Price a year`,
      numeric: true,
      text: ({ price }) => price ?? t`custom`,
      order: ({ price }) => (price ? toMinor(price) : -1n),
      cell: ({ price }) => (price ? <Money amount={price} cents={false} /> : <Trans>custom</Trans>),
    },
    {
      key: 'grants',
      head: t`Grants`,
      text: ({ early_look, quarterly_report }) =>
        [early_look && t`early look`, quarterly_report && t`quarterly report`].filter(Boolean).join(', '),
      cell: ({ early_look, quarterly_report }) =>
        [early_look && t`early look`, quarterly_report && t`quarterly report`].filter(Boolean).join(', ') || '–',
    },
    {
      key: 'offers',
      head: t`Offers`,
      numeric: true,
      text: ({ offers }) => String(offers.length),
      order: ({ offers }) => offers.length,
      cell: ({ offers }) => <span title={offers.join('\n')}>{offers.length}</span>,
    },
    {
      key: 'actions',
      head: t`Actions`,
      cell: (tier) =>
        tier.can.edit.ok && (
          <span className="flex flex-wrap gap-2 sm:justify-end">
            <Button size="small" onClick={() => onEdit(tier)} aria-label={t`Edit ${tier.name}`}>
              <Trans>Edit…</Trans>
            </Button>
            <Button
              size="small"
              onClick={() => onArchive(tier)}
              aria-label={tier.archived ? t`Offer again: ${tier.name}` : t`Archive ${tier.name}`}
            >
              {tier.archived ? <Trans>Offer again…</Trans> : <Trans>Archive…</Trans>}
            </Button>
          </span>
        ),
    },
  ]
  return (
    <Table
      caption={t`Tiers`}
      columns={columns}
      rows={tiers}
      rowKey={({ slug }) => slug}
      sort={{ key: 'name', direction: 'up' }}
      csv={t`tiers`}
      empty={null}
    />
  )
}
