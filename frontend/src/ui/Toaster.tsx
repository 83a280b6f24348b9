import { useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'
import { CloseIcon } from './icons'
import { dismissToast, type Toast, useToasts } from './toast'

const shownFor = 7_000

/** Where toasts appear and are read out, without taking the focus. */
export function Toaster() {
  const toasts = useToasts()
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-30 grid justify-items-center gap-2 print:hidden"
    >
      {toasts.map((one) => (
        <Card key={one.id} toast={one} />
      ))}
    </div>
  )
}

function Card({ toast }: { toast: Toast }) {
  const { t } = useLingui()
  useEffect(() => {
    const timer = setTimeout(() => dismissToast(toast.id), shownFor)
    return () => clearTimeout(timer)
  }, [toast.id])

  return (
    <div className="pointer-events-auto flex max-w-full items-center gap-3 rounded-lg border border-line bg-surface py-2 pr-2 pl-4 text-ui text-ink shadow-dialog">
      <p>{toast.sentence}</p>
      <button
        type="button"
        aria-label={t`Dismiss`}
        onClick={() => dismissToast(toast.id)}
        className="rounded-md p-1.5 text-muted hover:bg-sunken hover:text-ink"
      >
        <CloseIcon />
      </button>
    </div>
  )
}
