/** One person, for staff: who they are, where they belong, what they may do. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { type Needs, prefetch } from '@/api/prefetch'
import { DateTime } from '@/ui/DateTime'
import { Page, Section } from '@/ui/Page'
import { Access } from '../components/Access'
import { Identities } from '../components/Identities'
import { Memberships } from '../components/Memberships'
import { PersonalData } from '../components/PersonalData'
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
  const { name, email, created_at, last_seen_at, erased_at, can } = person

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
          {!erased_at && <span className="break-all">{email}</span>}
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
      {erased_at ? (
        <p className="max-w-prose text-ui text-ink">
          <Trans>
            Erased on <DateTime at={erased_at} />. What this person did stands under this name in histories and the
            audit log.
          </Trans>
        </p>
      ) : (
        <Section beside title={t`Organisations`}>
          <Memberships />
        </Section>
      )}
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
      {!erased_at && (
        <Section beside title={t`Ways to sign in`}>
          <Identities person={person} />
        </Section>
      )}
      {(can.disable.ok || can.end_sessions.ok) && (
        <Section beside title={t`Access`}>
          <Access />
        </Section>
      )}
      {(can.download_data.ok || can.erase.ok) && (
        <Section beside title={t`Personal data`}>
          <PersonalData />
        </Section>
      )}
    </Page>
  )
}
