import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { explainCode } from '@/api/errors'
import { isLive } from '@/api/pledges'
import type { Pledge } from '@/api/types'
import { Button } from '@/ui/Button'
import { buttonClass } from '@/ui/button-class'
import { Panel } from '@/ui/Panel'
import { ApproveDialog } from '../forms/ApproveDialog'
import { DeclineDialog } from '../forms/DeclineDialog'
import { WidenDialog, widerThan } from '../forms/WidenDialog'
import { WithdrawDialog } from '../forms/WithdrawDialog'
import { LetterButton } from './LetterButton'

type Open = 'approve' | 'decline' | 'widen' | 'withdraw' | null

/** What one may do with the pledge, as the API says; why not, in one sentence, where it is still alive. */
export function PledgeActions({ pledge }: { pledge: Pledge }) {
  const [open, setOpen] = useState<Open>(null)
  const { can, id, visibility, status } = pledge
  const close = () => setOpen(null)
  const change = can.edit.ok || can.annotate.ok
  const reason = !change && !can.withdraw.ok && isLive(pledge) ? explainCode(can.withdraw.code ?? null) : null

  return (
    <Panel className="grid content-start gap-2.5 print:hidden">
      {can.approve.ok && (
        <Button look="primary" onClick={() => setOpen('approve')}>
          <Trans>Approve…</Trans>
        </Button>
      )}
      {can.decline.ok && (
        <Button onClick={() => setOpen('decline')}>
          <Trans>Decline…</Trans>
        </Button>
      )}
      <LetterButton pledge={id} />
      <Link to="/pledges/$id/pitch" params={{ id }} className={buttonClass()}>
        <Trans>Page to convince a dean</Trans>
      </Link>
      {change && (
        <Link to="/pledges/$id/edit" params={{ id }} className={buttonClass()}>
          <Trans>Change</Trans>
        </Link>
      )}
      {can.annotate.ok && widerThan(visibility).length > 0 && (
        <Button onClick={() => setOpen('widen')}>
          <Trans>Show more…</Trans>
        </Button>
      )}
      {can.withdraw.ok && (
        <Button look="quiet" onClick={() => setOpen('withdraw')}>
          {status === 'requested' ? <Trans>Take the request back…</Trans> : <Trans>Withdraw…</Trans>}
        </Button>
      )}
      {reason && <p className="text-sm text-muted">{reason}</p>}
      {open === 'approve' && <ApproveDialog pledge={pledge} onClose={close} />}
      {open === 'decline' && <DeclineDialog pledge={pledge} onClose={close} />}
      {open === 'widen' && <WidenDialog pledge={pledge} onClose={close} />}
      {open === 'withdraw' && <WithdrawDialog pledge={pledge} onClose={close} />}
    </Panel>
  )
}
