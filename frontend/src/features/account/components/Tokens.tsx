import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { answer } from '@/api/problem'
import type { NewToken, Token } from '@/api/types'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { EmptyState } from '@/ui/EmptyState'
import { toast } from '@/ui/toast'
import { NewTokenDialog } from '../forms/NewTokenDialog'
import { tokensQuery } from '../queries/account'
import { FreshToken } from './FreshToken'
import { TokenTable } from './TokenTable'

/** Access tokens: made here, shown once, revoked here. */
export function Tokens() {
  const { t } = useLingui()
  const { data } = useSuspenseQuery(tokensQuery)
  const queryClient = useQueryClient()
  const [making, setMaking] = useState(false)
  const [fresh, setFresh] = useState<NewToken | null>(null)
  const [revoking, setRevoking] = useState<Token | null>(null)
  const refresh = () => queryClient.invalidateQueries(tokensQuery)
  const revoke = useAction(
    (id: string, headers) => answer(api.DELETE('/me/tokens/{id}', { params: { path: { id } }, headers })),
    {
      onDone: async (_, id) => {
        if (fresh?.id === id) setFresh(null)
        await refresh()
        toast(t`The token is revoked.`)
      },
    },
  )
  const make = (
    <Button onClick={() => setMaking(true)}>
      <Trans>Make a token…</Trans>
    </Button>
  )

  return (
    <div className="grid gap-6">
      {fresh && <FreshToken token={fresh} onDone={() => setFresh(null)} />}
      {data.items.length === 0 ? (
        <EmptyState title={t`No tokens yet`} action={make}>
          <Trans>Make one to read your organisation’s numbers from a script.</Trans>
        </EmptyState>
      ) : (
        <>
          <TokenTable tokens={data.items} onRevoke={setRevoking} />
          <div>{make}</div>
        </>
      )}
      {making && (
        <NewTokenDialog
          onClose={() => setMaking(false)}
          onMade={(token) => {
            setMaking(false)
            setFresh(token)
            return refresh()
          }}
        />
      )}
      {revoking && (
        <ConfirmDialog
          about={revoking.hint}
          title={t`Revoke “${revoking.name}”?`}
          consequence={t`Every script that uses it stops working at once. This cannot be undone.`}
          confirm={t`Revoke the token`}
          keep={t`Keep it`}
          onConfirm={() => revoke.mutateAsync(revoking.id)}
          onClose={() => setRevoking(null)}
        />
      )}
    </div>
  )
}
