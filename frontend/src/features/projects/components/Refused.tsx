import { Trans } from '@lingui/react/macro'
import { Link, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { explainCode } from '@/api/errors'
import type { Permission } from '@/api/types'
import { type ButtonLook, type ButtonSize, buttonClass } from '@/ui/button-class'

/** The way in for those who are not signed in, and back to this page. */
export function SignInFirst({ look, size, children }: { look?: ButtonLook; size?: ButtonSize; children: ReactNode }) {
  const { href } = useLocation()
  return (
    <Link to="/sign-in" search={{ return_to: href }} className={buttonClass(look, size)}>
      {children}
    </Link>
  )
}

/** Why something cannot be done now; nothing where it can, or where signing in is all that is missing. */
export function Refusal({ can: { ok, code } }: { can: Permission }) {
  if (ok || code === 'unauthenticated') return null
  return <p className="text-sm text-muted">{explainCode(code ?? null) ?? <Trans>This is not possible now.</Trans>}</p>
}
