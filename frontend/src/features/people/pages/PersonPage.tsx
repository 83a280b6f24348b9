/** One person, for staff: who they are, where they belong, what they may do. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { type Needs, prefetch } from '@/api/prefetch'
import { DateTime } from '@/ui/DateTime'
import { Page, Section } from '@/ui/Page'
import { Access } from '../components/Access'
import { Identities } from '../components/Identities'
import { Memberships } from '../components/Memberships'
import { Rights } from '../components/Rights'
import { Standing } from '../components/Standing'
import { PersonForm } from '../forms/PersonForm'
import { personIdentitiesQuery, personQuery } from '../queries/people'
import { usePerson } from '../queries/use-person'

export const load = ({ queryClient, params: { id = '' } }: Needs) =>
  Promise.all([prefetch(queryClient, personQuery(id)), prefetch(queryClient, personIdentitiesQuery(id))])

export default function PersonPage() {
  const { t } = useLingui()
  const person = usePerson()
  const { name, email, created_at, last_seen_at, can } = person

  return (
    <Page
      title={name}
      eyebrow={
        <Link to="/staff/people" className="text-muted">
          <Trans>People</Trans>
        </Link>
      }
      facts={
        <>
          <span className="break-all">{email}</span>
          <span>
            <Trans>
              Since <DateTime at={created_at} />
            </Trans>
          </span>
          <span>
            {last_seen_at ? (
              <Trans>
                Last active <DateTime at={last_seen_at} as="ago" />
              </Trans>
            ) : (
              <Trans>Never signed in</Trans>
            )}
          </span>
          <Standing person={person} />
        </>
      }
    >
      <Section beside title={t`Organisations`}>
        <Memberships />
      </Section>
      {can.edit.ok && (
        <Section beside title={t`Name and address`}>
          <PersonForm />
        </Section>
      )}
      {can.make_staff.ok && (
        <Section beside title={t`Rights`} lead={t`Whoever runs Cofund. Every change is in the audit log.`}>
          <Rights />
        </Section>
      )}
      <Section beside title={t`Ways to sign in`}>
        <Identities person={person.id} />
      </Section>
      {(can.disable.ok || can.end_sessions.ok) && (
        <Section beside title={t`Access`}>
          <Access />
        </Section>
      )}
    </Page>
  )
}
