import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { explain, explainField } from '@/api/errors'
import { ApiError } from '@/api/problem'
import { Button } from '@/ui/Button'
import { buttonClass } from '@/ui/button-class'
import { Money } from '@/ui/Money'
import { RequestId } from '@/ui/RequestId'

/** The numbers and names that a refusal carries beside its code. */
function extra(error: ApiError, name: string): string | null {
  const value = (error.problem as Record<string, unknown> | null)?.[name]
  return typeof value === 'string' ? value : null
}

type Props = {
  error: unknown
  /** Takes the focus: for what was sent, not for what is only asked while typing. */
  focus?: boolean
  onTakeAmount: (amount: string, source: 'amount' | 'remaining') => void
}

/** Why it does not go, and the way on: what is left, the pledge that is there already. */
export function Refused({ error, focus = false, onTakeAmount }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error && focus) box.current?.focus()
  }, [error, focus])
  const problem = error instanceof ApiError ? error : null
  const [field] = problem?.fields ?? []
  const remaining = problem?.code === 'pledge_over_goal' ? extra(problem, 'remaining') : null
  const offered = remaining && remaining !== '0.00' ? remaining : null
  const minimum = problem?.code === 'pledge_below_minimum' ? extra(problem, 'minimum') : null
  const left = problem?.code === 'above_ceiling' ? extra(problem, 'left') : null
  const pledge = problem?.code === 'already_pledged' ? extra(problem, 'pledge_id') : null

  return (
    <div
      ref={box}
      role={focus ? 'alert' : undefined}
      tabIndex={focus ? -1 : undefined}
      className="grid justify-items-start gap-2.5 rounded-r-md border-l-3 border-danger bg-sunken px-4 py-3 text-ui text-ink"
    >
      <p>{field && problem?.code === 'body_invalid' ? explainField(field.code) : explain(error)}</p>
      {offered && (
        <Button size="small" onClick={() => onTakeAmount(offered, 'remaining')}>
          <span>
            <Trans>
              Take the <Money amount={offered} /> that remain
            </Trans>
          </span>
        </Button>
      )}
      {minimum && (
        <Button size="small" onClick={() => onTakeAmount(minimum, 'amount')}>
          <span>
            <Trans>
              Make it <Money amount={minimum} />
            </Trans>
          </span>
        </Button>
      )}
      {left && left !== '0.00' && (
        <Button size="small" onClick={() => onTakeAmount(left, 'amount')}>
          <span>
            <Trans>
              Make it <Money amount={left} />, all that {extra(problem as ApiError, 'fiscal_year') ?? ''} has left
            </Trans>
          </span>
        </Button>
      )}
      {pledge && (
        <Link to="/pledges/$id" params={{ id: pledge }} className={buttonClass('plain', 'small')}>
          <Trans>See the pledge that is there</Trans>
        </Link>
      )}
      <RequestId error={error} />
    </div>
  )
}
