import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import type { Member } from '@/api/types'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { toast } from '@/ui/toast'
import { membersQuery } from '../queries/organizations'
import { useOrganization } from '../queries/use-organization'
import { useRemoveMember } from '../queries/use-remove-member'

export function RemoveMemberDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useLingui()
  const { slug, name: organizationName } = useOrganization()
  const queryClient = useQueryClient()
  const remove = useRemoveMember(async ({ name }) => {
    await queryClient.invalidateQueries(membersQuery(slug))
    toast(t`${name} is no longer in ${organizationName}.`)
  })

  return (
    <ConfirmDialog
      about={member.email}
      title={t`Remove ${member.name} from ${organizationName}?`}
      consequence={t`They lose access at once and are told by mail. What they pledged for the organisation stays, and so does its history.`}
      confirm={t`Remove ${member.name}`}
      keep={t`Keep them`}
      onConfirm={() => remove.mutateAsync(member)}
      onClose={onClose}
    />
  )
}
