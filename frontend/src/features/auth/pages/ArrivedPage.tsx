import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
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
  // Read once: on the way out of here the address changes while this page still stands.
  const [returnTo] = useState(() => safeReturnTo(new URLSearchParams(location.hash.slice(1)).get('return_to')) ?? '/')

  useEffect(() => {
    void renewSession().then((there) => {
      if (there) void router.navigate({ href: returnTo, replace: true })
    })
  }, [returnTo, router])

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
