import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import { TextInput } from '@/ui/form/controls'

/** How long after a letter the address follows; the list follows the address. */
const pause = 150

type Props = { text: string; onChange: (text: string) => void }

/** The search field; `/` leads to it from anywhere on the page, as in many places that have one. */
export function Search({ text, onChange }: Props) {
  const { t } = useLingui()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(text)
  const known = useRef(text)

  // The address changed on its own: a filter was removed, or Back was pressed.
  useEffect(() => {
    if (text !== known.current) setTyped(text)
    known.current = text
  }, [text])

  useEffect(() => {
    if (typed === known.current) return
    const timer = setTimeout(() => {
      known.current = typed
      onChange(typed)
    }, pause)
    return () => clearTimeout(timer)
  }, [typed, onChange])

  useEffect(() => {
    function lead(event: KeyboardEvent) {
      const busy = event.target instanceof Element && event.target.closest('input, textarea, select, dialog')
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || busy) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', lead)
    return () => document.removeEventListener('keydown', lead)
  }, [])

  return (
    <label className="relative grid min-w-0 gap-1.5 text-sm font-medium text-ink sm:col-span-full lg:col-span-1">
      <Trans>Search</Trans>
      <TextInput
        ref={input}
        type="search"
        value={typed}
        placeholder={t`Title, theme or story`}
        aria-keyshortcuts="/"
        onChange={(event) => setTyped(event.target.value)}
        className="sm:pr-10"
      />
      {typed === '' && (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute right-2.5 bottom-2 rounded-sm border border-line bg-sunken px-1.5 font-mono text-2xs text-muted max-sm:hidden"
        >
          /
        </span>
      )}
    </label>
  )
}
