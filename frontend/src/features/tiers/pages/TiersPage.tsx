/** The tiers a membership can have. They are data: names and prices change here, privileges in co-funding do not. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAction } from '@/api/action'
import { api, ifMatch } from '@/api/client'
import { type Needs, prefetch } from '@/api/prefetch'
import { answer } from '@/api/problem'
import type { Tier } from '@/api/types'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { EmptyState } from '@/ui/EmptyState'
import { Page } from '@/ui/Page'
import { toast } from '@/ui/toast'
import { TierTable } from '../components/TierTable'
import { TierDialog } from '../forms/TierDialog'
import { allTiersQuery } from '../queries/tiers'

export const load = ({ queryClient }: Needs) => prefetch(queryClient, allTiersQuery)

export default function TiersPage() {
  const { t } = useLingui()
  const queryClient = useQueryClient()
  const { data } = useSuspenseQuery(allTiersQuery)
  const [editing, setEditing] = useState<Tier | 'new' | null>(null)
  const [archiving, setArchiving] = useState<Tier | null>(null)
  const archive = useAction(
    (tier: Tier, headers) =>
      answer(
        api.PATCH('/admin/tiers/{slug}', {
          params: { path: { slug: tier.slug }, header: ifMatch(tier) },
          body: { archived: !tier.archived },
          headers,
        }),
      ),
    {
      onDone: async ({ name, archived }) => {
        await queryClient.invalidateQueries({ queryKey: ['tiers'] })
        toast(archived ? t`${name} is archived.` : t`${name} is offered again.`)
      },
    },
  )
  const create = (
    <Button look="primary" onClick={() => setEditing('new')}>
      <Trans>New tier…</Trans>
    </Button>
  )

  return (
    <Page
      title={t`Tiers`}
      lead={<Trans>What a membership is called and costs. A tier never makes co-funding cheaper or earlier.</Trans>}
      actions={data.items.length > 0 && create}
    >
      {data.items.length === 0 ? (
        <EmptyState title={t`No tiers yet`} action={create} />
      ) : (
        <TierTable tiers={data.items} onEdit={setEditing} onArchive={setArchiving} />
      )}
      {editing && <TierDialog tier={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      {archiving && (
        <ConfirmDialog
          title={archiving.archived ? t`Offer ${archiving.name} again?` : t`Archive ${archiving.name}?`}
          consequence={
            archiving.archived
              ? t`It can be chosen for memberships again, and stands in the public list.`
              : t`No new membership can have it, and it leaves the public list. Organisations that have it keep it.`
          }
          confirm={archiving.archived ? t`Offer it again` : t`Archive the tier`}
          destructive={!archiving.archived}
          onConfirm={() => archive.mutateAsync(archiving)}
          onClose={() => setArchiving(null)}
        />
      )}
    </Page>
  )
}
