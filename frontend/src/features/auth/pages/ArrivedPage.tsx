import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useLocation, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { renewSession } from '@/api/renew'
import { useSession } from '@/api/session'
import { safeReturnTo } from '@/lib/return-to'
import { buttonClass } from '@/ui/button-class'
import { Page } from '@/ui/Page'

/** Where a provider's way back ends: the cookie is there, and becomes a session. */
export default function ArrivedPage() {
  const { t } = useLingui()
  const router = useRouter()
  const { status } = useSession()
  const fragment = useLocation({ select: ({ hash }) => hash })

  useEffect(() => {
    const returnTo = safeReturnTo(new URLSearchParams(fragment).get('return_to')) ?? '/'
    void renewSession().then((there) => {
      if (there) void router.navigate({ href: returnTo, replace: true })
    })
  }, [fragment, router])

  if (status === 'ended') {
    return (
      <Page title={t`This did not work`} lead={t`You were let in, and your browser kept nothing of it. Allow cookies.`}>
        <Link to="/sign-in" className={buttonClass('primary')}>
          <Trans>Sign in</Trans>
        </Link>
      </Page>
    )
  }
  return (
    <Page title={t`Welcome back`} lead={t`One moment.`}>
      {null}
    </Page>
  )
}
