import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import type { Change } from '@/api/live'
import { formatLocale } from '@/lib/locale'
import { headline } from './headline'

/** So long a sentence stands before the next, however many changes come: whoever listens hears only the newest. */
const pause = 5_000

/** Reads out what changed on its own, politely and never in a hurry. Unseen: the page itself shows it. */
export function News({ change }: { change: Change | null }) {
  const { i18n } = useLingui()
  const [said, setSaid] = useState<Change | null>(null)
  const saidAt = useRef(0)

  useEffect(() => {
    if (!change) return
    const wait = Math.max(0, saidAt.current + pause - Date.now())
    const timer = setTimeout(() => {
      saidAt.current = Date.now()
      setSaid(change)
    }, wait)
    return () => clearTimeout(timer)
  }, [change])

  return (
    <p role="status" className="sr-only">
      {said && `${said.now.title}: ${headline(said.now, formatLocale(i18n.locale))}`}
    </p>
  )
}
