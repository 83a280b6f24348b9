import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { ApiError } from '@/api/problem'
import { buttonClass } from '@/ui/button-class'
import { ErrorState } from '@/ui/ErrorState'

const nothingHere = new ApiError('not_found', 404)

/** An address that leads nowhere. */
export function NotFound() {
  return <ErrorState error={nothingHere} action={<ToStart />} />
}

export function ToStart() {
  return (
    <Link to="/" className={buttonClass()}>
      <Trans>Go to the start page</Trans>
    </Link>
  )
}
