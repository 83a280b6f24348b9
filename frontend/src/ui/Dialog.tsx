import { useLingui } from '@lingui/react/macro'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { CloseIcon } from './icons'

type Props = {
  title: ReactNode
  /** What will happen, said before anything can be pressed. */
  consequence?: ReactNode
  /** What it is about, in small above the title. */
  about?: ReactNode
  onClose: () => void
  children: ReactNode
}

/** A native modal dialog: the browser keeps the focus inside and gives it back. Render it to open it. */
export function Dialog({ title, consequence, about, onClose, children }: Props) {
  const { t } = useLingui()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)

  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])

  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={consequence ? `${id}-consequence` : undefined}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[min(40rem,calc(100vw-2rem))] sm:scroll-pb-24 overflow-y-auto rounded-lg bg-surface text-text shadow-dialog backdrop:bg-scrim"
    >
      <header className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-4 border-b border-line px-4 py-5 sm:px-8 sm:py-6">
        <div className="grid gap-1.5">
          {about && <p className="text-xs font-medium text-muted">{about}</p>}
          <h2 id={`${id}-title`} className="text-[1.25rem]">
            {title}
          </h2>
          {consequence && (
            <p id={`${id}-consequence`} className="text-sm">
              {consequence}
            </p>
          )}
        </div>
        <button
          type="button"
          aria-label={t`Close`}
          onClick={onClose}
          className="-mr-2 rounded-md p-2 text-muted hover:bg-sunken hover:text-ink"
        >
          <CloseIcon />
        </button>
      </header>
      {children}
    </dialog>
  )
}

/** What one can fill in or read between a dialog's head and its foot. */
export function DialogBody({ children }: { children: ReactNode }) {
  return <div className="grid gap-5 px-4 py-6 sm:px-8">{children}</div>
}

/** The foot of a dialog, in sight however long it is where there is room: the way out first, the deed last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return (
    <footer className="flex flex-wrap items-center justify-end gap-3 rounded-b-lg border-t border-line bg-sunken px-4 py-4 sm:sticky sm:bottom-0 sm:px-8">
      {children}
    </footer>
  )
}
