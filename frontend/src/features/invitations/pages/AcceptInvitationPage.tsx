/** Where the link in an invitation leads: what it is for, and the button that accepts it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { PageSkeleton } from '@/ui/Skeleton'
import { InvitationPreview } from '../components/InvitationPreview'
import { findInvitation, keepInvitation } from '../components/pending-invitation'
import { previewQuery } from '../queries/preview'

export default function AcceptInvitationPage() {
  const token = useInvitationToken()
  if (token === 'looking') return <PageSkeleton />
  if (token === null) return <NoInvitation />
  return <Invitation token={token} />
}

/** From the address, else from this or another tab that went to sign in. */
function useInvitationToken(): string | null | 'looking' {
  const inAddress = new URLSearchParams(useLocation({ select: ({ hash }) => hash })).get('token')
  const [found, setFound] = useState<string | null | 'looking'>('looking')

  useEffect(() => {
    if (inAddress) return keepInvitation(inAddress)
    let wanted = true
    void findInvitation().then((token) => wanted && setFound(token))
    return () => {
      wanted = false
    }
  }, [inAddress])

  return inAddress ?? found
}

function Invitation({ token }: { token: string }) {
  const { data, error, isPending, refetch } = useQuery(previewQuery(token))
  if (isPending) return <PageSkeleton />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  return <InvitationPreview token={token} invitation={data} />
}

function NoInvitation() {
  const { t } = useLingui()
  return (
    <Page title={t`Open the invitation once more`}>
      <p className="max-w-prose">
        <Trans>
          Follow the link in the invitation mail, or go back to the tab where you opened it. If it has run out, ask
          whoever invited you for a new one.
        </Trans>
      </p>
    </Page>
  )
}
