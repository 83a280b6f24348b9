import { Trans, useLingui } from '@lingui/react/macro'
import { useLocation } from '@tanstack/react-router'
import { endSession } from '@/api/session'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions, DialogBody } from '@/ui/Dialog'
import { MailLinkForm } from '../forms/MailLinkForm'

/**
 * Sign in again without losing the page: the link opens a second tab, which tells this one, and the dialog goes away.
 */
export default function SessionEndedDialog({ email }: { email: string }) {
  const { t } = useLingui()
  const href = useLocation({ select: (location) => location.href })
  const leave = () => endSession({ tellOthers: false })

  return (
    <Dialog
      title={t`Your session has ended`}
      consequence={t`What you typed is still here. Sign in with the link from the mail, then come back to this tab and go on.`}
      onClose={leave}
    >
      <DialogBody>
        <MailLinkForm email={email} returnTo={href} />
      </DialogBody>
      <DialogActions>
        <Button onClick={leave}>
          <Trans>Leave this page</Trans>
        </Button>
      </DialogActions>
    </Dialog>
  )
}
