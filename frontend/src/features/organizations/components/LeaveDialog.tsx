import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '@/api/client'
import { answer } from '@/api/problem'
import { updateUser } from '@/api/session'
import type { Member } from '@/api/types'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { toast } from '@/ui/toast'
import { useOrganization } from '../queries/use-organization'
import { useRemoveMember } from '../queries/use-remove-member'

/** Leaving by oneself: afterwards one sees what everybody sees. */
export function LeaveDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useLingui()
  const { slug, name } = useOrganization()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const leave = useRemoveMember(async () => {
    updateUser(await answer(api.GET('/me')))
    await navigate({ to: '/organizations/$slug', params: { slug } })
    await queryClient.invalidateQueries({ queryKey: ['organizations'] })
    toast(t`You have left ${name}.`)
  })

  return (
    <ConfirmDialog
      about={name}
      title={t`Leave ${name}?`}
      consequence={t`You lose access to its pages at once. What you pledged for it stays. To come back, a lead has to invite you.`}
      confirm={t`Leave the organisation`}
      keep={t`Stay`}
      onConfirm={() => leave.mutateAsync(member)}
      onClose={onClose}
    />
  )
}
