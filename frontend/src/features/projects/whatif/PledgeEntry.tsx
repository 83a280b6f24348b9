import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ProjectDetail } from '@/api/types'
import { buttonClass } from '@/ui/button-class'
import { Money } from '@/ui/Money'
import { Refusal, SignInFirst } from '../components/Refused'
import { OwnPledge } from './OwnPledge'

/** The way to a pledge, or why there is none for this reader now. */
export function PledgeEntry({ project, amount = null }: { project: ProjectDetail; amount?: string | null }) {
  const { slug, can } = project
  if (can.pledge.code === 'unauthenticated') {
    return (
      <div className="grid gap-2">
        <SignInFirst look="primary" size="wide">
          <Trans>Sign in to pledge</Trans>
        </SignInFirst>
        <NothingOwed />
      </div>
    )
  }
  if (!can.pledge.ok) {
    return (
      <div className="grid gap-2">
        <Refusal can={can.pledge} />
        {can.pledge.code === 'already_pledged' && <OwnPledge slug={slug} />}
      </div>
    )
  }
  const ceiling = project.mode === 'shared' && project.funding === 'open'
  return (
    <div className="grid gap-2">
      <Link
        to="/projects/$slug/pledge"
        params={{ slug }}
        search={amount ? { amount } : {}}
        className={buttonClass('primary', 'wide')}
      >
        {amount ? (
          ceiling ? (
            <Trans>
              Pledge up to <Money amount={amount} cents={false} />
            </Trans>
          ) : (
            <Trans>
              Pledge <Money amount={amount} cents={false} />
            </Trans>
          )
        ) : (
          <Trans>Pledge</Trans>
        )}
      </Link>
      <NothingOwed />
    </div>
  )
}

function NothingOwed() {
  return (
    <p className="text-xs text-muted">
      <Trans>Nothing is owed until the project is funded and you have signed.</Trans>
    </p>
  )
}
