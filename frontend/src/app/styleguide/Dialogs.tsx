import { useState } from 'react'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { Dialog, DialogActions, DialogBody } from '@/ui/Dialog'
import { TypeAddressDialog } from '@/ui/TypeAddressDialog'
import { toast } from '@/ui/toast'
import { Row, Specimen } from './Specimen'

/** What comes over the page, in the page's own scheme. */
export function Dialogs() {
  const [open, setOpen] = useState<'dialog' | 'confirm' | 'address' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <Specimen name="Dialogs and toasts">
        <Row>
          <Button onClick={() => setOpen('dialog')}>Open a dialog</Button>
          <Button onClick={() => setOpen('confirm')}>Ask once more</Button>
          <Button onClick={() => setOpen('address')}>Let an address be typed</Button>
          <Button onClick={() => toast('It is done.')}>Say what was done</Button>
        </Row>
      </Specimen>
      {open === 'dialog' && (
        <Dialog title="What will be done" consequence="What follows from it, before the click." onClose={close}>
          <DialogBody>What one can fill in.</DialogBody>
          <DialogActions>
            <Button onClick={close}>Leave it</Button>
            <Button look="primary" onClick={close}>
              Do it
            </Button>
          </DialogActions>
        </Dialog>
      )}
      {open === 'confirm' && (
        <ConfirmDialog
          title="End the session?"
          consequence="Whoever uses it must sign in again."
          confirm="End the session"
          onConfirm={async () => {}}
          onClose={close}
        />
      )}
      {open === 'address' && (
        <TypeAddressDialog
          title="Erase the account?"
          consequence="Nothing brings it back."
          label="The address, to be sure"
          confirm="Erase the account"
          onConfirm={async () => close()}
          onClose={close}
        />
      )}
    </>
  )
}
