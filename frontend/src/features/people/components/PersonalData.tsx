import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { answer } from '@/api/problem'
import { saveFile } from '@/lib/save-file'
import { Button } from '@/ui/Button'
import { FormFailure } from '@/ui/form/FormFailure'
import { TypeAddressDialog } from '@/ui/TypeAddressDialog'
import { toast } from '@/ui/toast'
import { usePerson } from '../queries/use-person'

/** For somebody who asked: their data as a file, or the end of it. */
export function PersonalData() {
  const { t } = useLingui()
  const queryClient = useQueryClient()
  const { id, name, email, can } = usePerson()
  const [asking, setAsking] = useState(false)
  const take = useAction((_: undefined) => answer(api.GET('/admin/users/{id}/data', { params: { path: { id } } })), {
    onDone: (data) => saveFile(`cofund-personal-data-${id}.json`, 'application/json', JSON.stringify(data, null, 2)),
  })
  const erase = useAction(
    (typed: string, headers) =>
      answer(api.POST('/admin/users/{id}/erasure', { params: { path: { id } }, body: { email: typed }, headers })),
    {
      onDone: async () => {
        setAsking(false)
        await queryClient.invalidateQueries({ queryKey: ['people'] })
        toast(t`${name} is erased.`)
      },
    },
  )

  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <p className="mr-auto text-ui text-ink max-sm:w-full">
          <Trans>Only when they ask for it.</Trans>
        </p>
        {can.download_data.ok && (
          <Button busy={take.isPending} onClick={() => take.mutate(undefined)}>
            <Trans>Download</Trans>
          </Button>
        )}
        {can.erase.ok && (
          <Button onClick={() => setAsking(true)}>
            <Trans>Erase…</Trans>
          </Button>
        )}
      </div>
      {take.isError && <FormFailure error={take.error} />}
      {asking && (
        <TypeAddressDialog
          about={email}
          title={t`Erase ${name}?`}
          consequence={t`Name, address, ways to sign in, memberships and mails go for good, and nobody can bring them back. What they did with pledges stays, under a made-up name.`}
          label={t`Their address, to be sure`}
          confirm={<Trans>Erase the account</Trans>}
          onConfirm={erase.mutateAsync}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}
