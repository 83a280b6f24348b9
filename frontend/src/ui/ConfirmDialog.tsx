import { Trans } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { Button } from './Button'
import { Dialog, DialogActions, DialogBody } from './Dialog'
import { FormFailure } from './form/FormFailure'

type Props = {
  title: ReactNode
  consequence: ReactNode
  about?: ReactNode
  /** The deed, as a verb with its object: "Remove Ines Baptiste", never "OK". */
  confirm: ReactNode
  /** The way out, as what stays: "Keep the token". */
  keep?: ReactNode
  destructive?: boolean
  onConfirm: () => Promise<unknown>
  onClose: () => void
}

/** Asks once more before something that others notice or that cannot be undone. */
export function ConfirmDialog({
  title,
  consequence,
  about,
  confirm,
  keep,
  destructive = true,
  onConfirm,
  onClose,
}: Props) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)

  async function act() {
    setBusy(true)
    setFailure(null)
    try {
      await onConfirm()
      onClose()
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }

  return (
    <Dialog title={title} consequence={consequence} about={about} onClose={onClose}>
      {failure !== null && (
        <DialogBody>
          <FormFailure error={failure} />
        </DialogBody>
      )}
      <DialogActions>
        <Button onClick={onClose}>{keep ?? <Trans>Cancel</Trans>}</Button>
        <Button look={destructive ? 'destroy' : 'primary'} busy={busy} onClick={() => void act()}>
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
