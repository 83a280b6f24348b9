import { Trans } from '@lingui/react/macro'
import { useSyncExternalStore } from 'react'

function useOnline(): boolean {
  return useSyncExternalStore(
    (listener) => {
      window.addEventListener('online', listener)
      window.addEventListener('offline', listener)
      return () => {
        window.removeEventListener('online', listener)
        window.removeEventListener('offline', listener)
      }
    },
    () => navigator.onLine,
  )
}

/** Says so while the device is offline; what is on the page stays readable, and what was typed stays typed. */
export function OfflineNotice() {
  const online = useOnline()
  return (
    <div role="status" className="print:hidden">
      {!online && (
        <div className="bg-caution text-on-caution">
          <p className="wrap py-2 text-sm font-medium">
            <Trans>You are offline. You can read on; send changes when the connection is back.</Trans>
          </p>
        </div>
      )}
    </div>
  )
}
