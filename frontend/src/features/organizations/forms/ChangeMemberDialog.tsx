import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { useAction } from '@/api/action'
import { api, ifMatch } from '@/api/client'
import { answer } from '@/api/problem'
import type { Member } from '@/api/types'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions, DialogBody } from '@/ui/Dialog'
import { Form, SubmitButton, useValidForm } from '@/ui/form'
import { toast } from '@/ui/toast'
import { membersQuery } from '../queries/organizations'
import { useOrganization } from '../queries/use-organization'
import { RoleFields, roleFields, withLimit } from './RoleFields'

const schema = v.pipe(v.object(roleFields), v.transform(withLimit))

/** Another role, or another limit. */
export function ChangeMemberDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useLingui()
  const { slug } = useOrganization()
  const queryClient = useQueryClient()
  const form = useValidForm(schema, { role: member.role, pledge_limit: member.pledge_limit ?? '' })
  const refresh = () => queryClient.invalidateQueries(membersQuery(slug))
  const change = useAction(
    (body: v.InferOutput<typeof schema>, headers) =>
      answer(
        api.PATCH('/organizations/{slug}/members/{user_id}', {
          params: { path: { slug, user_id: member.user_id }, header: ifMatch(member) },
          body,
          headers,
        }),
      ),
    {
      onDone: async () => {
        await refresh()
        toast(t`${member.name}’s role is changed.`)
        onClose()
      },
    },
  )

  return (
    <Dialog
      about={member.email}
      title={t`Change what ${member.name} may do`}
      consequence={t`It counts from now on. Pledges already placed stay as they are.`}
      onClose={onClose}
    >
      <Form form={form} onSubmit={change.mutateAsync} onReload={() => refresh().then(onClose)} className="gap-0">
        <DialogBody>
          <RoleFields />
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <SubmitButton>
            <Trans>Change the role</Trans>
          </SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
