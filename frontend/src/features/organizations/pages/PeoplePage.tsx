/** An organisation's people: who may do what in its name. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Needs, prefetch } from '@/api/prefetch'
import { refusal } from '@/api/problem'
import { Button } from '@/ui/Button'
import { Section, useTitle } from '@/ui/Page'
import { Invitations } from '../components/Invitations'
import { Members } from '../components/Members'
import { RolesExplained } from '../components/RolesExplained'
import { AddMemberDialog } from '../forms/AddMemberDialog'
import { InviteDialog } from '../forms/InviteDialog'
import { invitationsQuery, membersQuery, organizationQuery } from '../queries/organizations'
import { useOrganization } from '../queries/use-organization'

export async function load({ queryClient, params: { slug = '' } }: Needs) {
  const { can } = await prefetch(queryClient, organizationQuery(slug))
  if (!can.see_people.ok) throw refusal(can.see_people)
  await Promise.all([
    prefetch(queryClient, membersQuery(slug)),
    can.manage_people.ok && prefetch(queryClient, invitationsQuery(slug)),
  ])
}

export default function PeoplePage() {
  const { t } = useLingui()
  const { name, slug, can } = useOrganization()
  const { data: members } = useSuspenseQuery(membersQuery(slug))
  const [open, setOpen] = useState<'invite' | 'add' | null>(null)
  useTitle(t`People · ${name}`)

  return (
    <>
      <Section
        title={t`People`}
        lead={can.manage_people.ok ? <Trans>Invite colleagues, and say what each may do.</Trans> : undefined}
        actions={
          can.manage_people.ok && (
            <>
              {can.add_people_at_once.ok && (
                <Button onClick={() => setOpen('add')}>
                  <Trans>Add at once…</Trans>
                </Button>
              )}
              <Button look="primary" onClick={() => setOpen('invite')}>
                <Trans>Invite…</Trans>
              </Button>
            </>
          )
        }
      >
        <Members members={members.items} />
      </Section>
      {can.manage_people.ok && <Invitations slug={slug} />}
      <RolesExplained />
      {open === 'invite' && <InviteDialog onClose={() => setOpen(null)} />}
      {open === 'add' && <AddMemberDialog onClose={() => setOpen(null)} />}
    </>
  )
}
