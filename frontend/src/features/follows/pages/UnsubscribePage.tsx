import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useLocation } from '@tanstack/react-router'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { ApiError, answer } from '@/api/problem'
import { Button } from '@/ui/Button'
import { buttonClass } from '@/ui/button-class'
import { FormFailure } from '@/ui/form/FormFailure'
import { Page } from '@/ui/Page'

/**
 * Where the foot of a mail leads. Nobody needs to sign in to be left alone; a press of the button is needed, because
 * programs open the links of mails, too.
 */
export default function UnsubscribePage() {
  const { t } = useLingui()
  const token = new URLSearchParams(useLocation({ select: ({ hash }) => hash })).get('token')
  const leave = useAction((_: undefined, headers) =>
    answer(api.POST('/unsubscribe/{token}', { params: { path: { token: token ?? '' } }, headers })),
  )

  // A part of the link is as good as none.
  const cut = leave.error instanceof ApiError && leave.error.code === 'link_invalid'
  if (!token || cut) {
    return (
      <Page title={t`This link is not whole`}>
        <p className="max-w-prose">
          <Trans>Open it from the mail once more, or copy all of it into the address bar.</Trans>
        </p>
      </Page>
    )
  }
  if (leave.isSuccess) {
    return (
      <Page title={t`You get no more of these mails`}>
        <p role="status" className="mb-6 max-w-prose">
          <Trans>You do not follow the project any more. You can follow it again on its page at any time.</Trans>
        </p>
        <Link to="/" className={buttonClass('primary')}>
          <Trans>To the start page</Trans>
        </Link>
      </Page>
    )
  }
  return (
    <Page title={t`Stop these mails?`} lead={t`You will not follow the project of the mail any more.`}>
      <div className="grid max-w-form justify-items-start gap-5">
        {leave.isError && <FormFailure error={leave.error} />}
        <Button look="primary" busy={leave.isPending} onClick={() => leave.mutate(undefined)}>
          <Trans>Stop the mails</Trans>
        </Button>
      </div>
    </Page>
  )
}
