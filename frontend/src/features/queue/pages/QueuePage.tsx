/** Mails and other deliveries on their way out, and those that need a hand. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { type Needs, prefetch } from '@/api/prefetch'
import { answer } from '@/api/problem'
import { Callout } from '@/ui/Callout'
import { DateTime } from '@/ui/DateTime'
import { EmptyState } from '@/ui/EmptyState'
import { FormFailure } from '@/ui/form/FormFailure'
import { Page } from '@/ui/Page'
import { toast } from '@/ui/toast'
import { QueueTable } from '../components/QueueTable'
import { queueQuery } from '../queries/queue'

export const load = ({ queryClient }: Needs) => prefetch(queryClient, queueQuery)

export default function QueuePage() {
  const { t } = useLingui()
  const queryClient = useQueryClient()
  const { data } = useSuspenseQuery(queueQuery)
  const { waiting, dead, oldest_waiting_at, items } = data
  const retry = useAction(
    (id: string, headers) => answer(api.POST('/admin/queues/{id}/retry', { params: { path: { id } }, headers })),
    {
      onDone: async () => {
        await queryClient.invalidateQueries(queueQuery)
        toast(t`It is tried again.`)
      },
    },
  )

  return (
    <Page
      title={t`Queue`}
      lead={
        <Trans>What leaves Cofund goes through here: written with the deed itself, sent afterwards, never lost.</Trans>
      }
      facts={
        items.length > 0 && (
          <>
            <span>
              <Plural value={waiting} one={<b># waits</b>} other={<b># wait</b>} />
            </span>
            <span>
              <Plural value={dead} one={<b># needs a hand</b>} other={<b># need a hand</b>} />
            </span>
            {oldest_waiting_at && (
              <span>
                <Trans>
                  Oldest <DateTime at={oldest_waiting_at} as="ago" />
                </Trans>
              </span>
            )}
          </>
        )
      }
    >
      <div className="grid gap-6">
        {dead > 0 && (
          <Callout>
            <p>
              <Trans>
                <strong>Some deliveries have given up.</strong> Look at what they say, put it right, and try them again.
              </Trans>
            </p>
          </Callout>
        )}
        {retry.isError && <FormFailure error={retry.error} />}
        {items.length === 0 ? (
          <EmptyState title={t`All is sent`}>
            <Trans>Nothing waits, and nothing has given up.</Trans>
          </EmptyState>
        ) : (
          <QueueTable items={items} retrying={retry.isPending ? retry.variables : null} onRetry={retry.mutate} />
        )}
      </div>
    </Page>
  )
}
