/** What a pledge accepts: every version, and the way to a new one. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Needs, prefetch } from '@/api/prefetch'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Page } from '@/ui/Page'
import { Version } from '../components/Version'
import { PublishDialog } from '../forms/PublishDialog'
import { allTermsQuery } from '../queries/terms'

export const load = ({ queryClient }: Needs) => prefetch(queryClient, allTermsQuery)

export default function TermsPage() {
  const { t } = useLingui()
  const { data: all } = useSuspenseQuery(allTermsQuery)
  const [publishing, setPublishing] = useState(false)
  const publish = (
    <Button look="primary" onClick={() => setPublishing(true)}>
      <Trans>Publish new terms…</Trans>
    </Button>
  )

  return (
    <Page
      title={t`Terms`}
      lead={<Trans>What a pledge accepts. A project keeps the version that was current when it opened.</Trans>}
      actions={all.length > 0 && publish}
    >
      {all.length === 0 ? (
        <EmptyState title={t`No terms yet`} action={publish}>
          <Trans>Without terms no project can open for pledges.</Trans>
        </EmptyState>
      ) : (
        <div>
          {all.map((terms, index) => (
            <Version key={terms.version} terms={terms} current={index === 0} />
          ))}
        </div>
      )}
      {publishing && <PublishDialog all={all} onClose={() => setPublishing(false)} />}
    </Page>
  )
}
