import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { AdminUser } from '@/api/types'
import { DateTime } from '@/ui/DateTime'
import type { Column } from '@/ui/table'
import { roleWords } from './roles'
import { Standing } from './Standing'

export function usePeopleColumns(): Column<AdminUser>[] {
  const { t, i18n } = useLingui()
  return [
    {
      key: 'name',
      head: t`Person`,
      text: ({ name, email }) => `${name} <${email}>`,
      cell: ({ id, name, email }) => (
        <span className="grid">
          <Link
            to="/staff/people/$id"
            params={{ id }}
            className="font-medium text-ink no-underline hover:text-accent hover:underline"
          >
            {name}
          </Link>
          <span className="text-xs break-all text-muted">{email}</span>
        </span>
      ),
    },
    {
      key: 'organizations',
      head: t`Organisations`,
      text: ({ memberships }) =>
        memberships.map(({ organization, role }) => `${organization.name} (${i18n._(roleWords[role])})`).join('; '),
      cell: ({ memberships }) =>
        memberships.length === 0 ? (
          '–'
        ) : (
          <ul className="grid max-sm:text-right">
            {memberships.map(({ organization: { slug, name }, role }) => (
              <li key={slug}>
                {name}, <span className="text-muted">{i18n._(roleWords[role])}</span>
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: 'standing',
      head: t`Standing`,
      text: ({ staff, admin, disabled_at }) =>
        [admin && t`administrator`, staff && !admin && t`staff`, disabled_at && t`disabled`].filter(Boolean).join(' '),
      cell: (person) => <Standing person={person} />,
    },
    {
      key: 'seen',
      head: t`Last active`,
      text: ({ last_seen_at }) => last_seen_at ?? '',
      cell: ({ last_seen_at }) => (last_seen_at ? <DateTime at={last_seen_at} as="ago" /> : <Trans>never</Trans>),
    },
    {
      key: 'since',
      head: t`Since`,
      text: ({ created_at }) => created_at,
      cell: ({ created_at }) => <DateTime at={created_at} />,
    },
  ]
}
