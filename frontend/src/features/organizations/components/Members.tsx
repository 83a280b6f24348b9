import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useMe } from '@/api/session'
import type { Member } from '@/api/types'
import { EmptyState } from '@/ui/EmptyState'
import { ChangeMemberDialog } from '../forms/ChangeMemberDialog'
import { LeaveDialog } from './LeaveDialog'
import { MemberTable } from './MemberTable'
import { RemoveMemberDialog } from './RemoveMemberDialog'

/** Who belongs, and what those who may can change about it. */
export function Members({ members }: { members: readonly Member[] }) {
  const { t } = useLingui()
  const me = useMe()
  const [changing, setChanging] = useState<Member | null>(null)
  const [removing, setRemoving] = useState<Member | null>(null)
  const close = () => setRemoving(null)

  if (members.length === 0) {
    return (
      <EmptyState title={t`Nobody yet`}>
        <Trans>The first person should be a lead: they invite the others.</Trans>
      </EmptyState>
    )
  }
  return (
    <>
      <MemberTable members={members} me={me.id} onChange={setChanging} onRemove={setRemoving} />
      {changing && <ChangeMemberDialog member={changing} onClose={() => setChanging(null)} />}
      {removing && removing.user_id === me.id && <LeaveDialog member={removing} onClose={close} />}
      {removing && removing.user_id !== me.id && <RemoveMemberDialog member={removing} onClose={close} />}
    </>
  )
}
