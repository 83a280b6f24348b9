import { Trans, useLingui } from '@lingui/react/macro'
import type { Organization } from '@/api/types'
import { toMinor } from '@/lib/money'
import { Badge } from '@/ui/Badge'
import { CalendarDate, DateTime } from '@/ui/DateTime'
import { Money } from '@/ui/Money'
import type { Column } from '@/ui/table'
import { OrganizationName } from './OrganizationName'
import { kindWords } from './words'

/** What staff look for in the list of organisations. */
export function useStaffColumns(): Column<Organization>[] {
  const { t, i18n } = useLingui()
  return [
    {
      key: 'name',
      head: t`Organisation`,
      text: ({ name }) => name,
      cell: (organization) => <OrganizationName organization={organization} />,
    },
    {
      key: 'kind',
      head: t`Kind`,
      text: ({ kind }) => i18n._(kindWords[kind]),
      cell: ({ kind }) => i18n._(kindWords[kind]),
    },
    { key: 'tier', head: t`Tier`, text: ({ tier }) => tier?.name ?? '', cell: ({ tier }) => tier?.name ?? '–' },
    {
      key: 'membership',
      head: t`Membership`,
      text: ({ membership_active }) => (membership_active ? t`active` : t`not active`),
      cell: ({ membership_active }) =>
        membership_active ? (
          <Trans>active</Trans>
        ) : (
          <Badge tone="care">
            <Trans>not active</Trans>
          </Badge>
        ),
    },
    {
      key: 'ends',
      head: t`Ends`,
      text: ({ membership_ends }) => membership_ends ?? '',
      cell: ({ membership_ends }) => (membership_ends ? <CalendarDate date={membership_ends} /> : '–'),
    },
    {
      key: 'ceiling',
      head: t`Ceiling a year`,
      numeric: true,
      text: ({ yearly_ceiling }) => yearly_ceiling ?? '',
      order: ({ yearly_ceiling }) => (yearly_ceiling ? toMinor(yearly_ceiling) : -1n),
      cell: ({ yearly_ceiling }) => (yearly_ceiling ? <Money amount={yearly_ceiling} cents={false} /> : '–'),
    },
    {
      key: 'updated',
      head: t`Changed`,
      text: ({ updated_at }) => updated_at,
      cell: ({ updated_at }) => <DateTime at={updated_at} as="ago" />,
    },
  ]
}
