import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useLocation, useRouter } from '@tanstack/react-router'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { answer } from '@/api/problem'
import { beginSession } from '@/api/session'
import { safeReturnTo } from '@/lib/return-to'
import { Button } from '@/ui/Button'
import { buttonClass } from '@/ui/button-class'
import { FormFailure } from '@/ui/form/FormFailure'
import { Page } from '@/ui/Page'

/**
 * Where the link in the mail leads. The token is in the fragment, which no server sees, and only a press of the
 * button sends it: programs that open every link in a mail must not use it up.
 */
export default function ConfirmSignInPage() {
  const { t } = useLingui()
  const router = useRouter()
  const fragment = new URLSearchParams(useLocation({ select: ({ hash }) => hash }))
  const token = fragment.get('token')
  const returnTo = safeReturnTo(fragment.get('return_to')) ?? '/'

  const redeem = useAction(
    (_: undefined, headers) => answer(api.POST('/auth/magic-links/redeem', { body: { token: token ?? '' }, headers })),
    {
      onDone: async (session) => {
        beginSession(session)
        await router.navigate({ href: returnTo, replace: true })
      },
    },
  )

  if (!token) {
    return (
      <Page title={t`This link is not whole`}>
        <p className="mb-6 max-w-prose">
          <Trans>Open it from the mail once more, or copy all of it into the address bar.</Trans>
        </p>
        <AnotherLink />
      </Page>
    )
  }
  return (
    <Page title={t`Welcome back`} lead={t`One more press, and you are in.`}>
      <div className="grid max-w-form justify-items-start gap-5">
        {redeem.isError && <FormFailure error={redeem.error} />}
        {redeem.isError ? (
          <AnotherLink />
        ) : (
          <Button look="primary" busy={redeem.isPending || redeem.isSuccess} onClick={() => redeem.mutate(undefined)}>
            <Trans>Sign in</Trans>
          </Button>
        )}
      </div>
    </Page>
  )
}

function AnotherLink() {
  return (
    <Link to="/sign-in" className={buttonClass('primary')}>
      <Trans>Ask for a new link</Trans>
    </Link>
  )
}
