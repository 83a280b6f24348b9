import { Trans } from '@lingui/react/macro'
import { useEffect } from 'react'
import { Money } from '@/ui/Money'
import type { Consequence } from '../queries/use-consequence'

/** On small screens, where the consequence scrolls away: its one figure stays at the bottom while the steps go by. */
export function PayBar({ consequence: { simulation, refusal } }: { consequence: Consequence }) {
  // What takes the focus must not come to rest behind the bar.
  useEffect(() => {
    const { style } = document.documentElement
    style.scrollPaddingBottom = '5rem'
    return () => {
      style.scrollPaddingBottom = ''
    }
  }, [])
  const own = simulation?.shares.find((change) => change.own)
  return (
    <div className="fixed inset-x-0 bottom-0 z-10 flex min-h-14 items-center justify-between gap-4 border-t border-line bg-surface px-4 py-2 text-sm shadow-panel lg:hidden print:hidden">
      {refusal ? (
        <span className="text-danger">
          <Trans>This does not go yet</Trans>
        </span>
      ) : simulation?.requested ? (
        <span className="font-medium text-ink">
          <Trans>A lead will be asked first</Trans>
        </span>
      ) : own ? (
        <span>
          <Trans>You would pay</Trans>{' '}
          <strong className="block text-md">
            <Money amount={own.after} />
          </strong>
        </span>
      ) : (
        <span className="text-muted">
          <Trans>Say how much</Trans>
        </span>
      )}
      <a href="#step-4" className="py-1.5 font-medium">
        <Trans>Review</Trans>
      </a>
    </div>
  )
}
