import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { classes } from '@/lib/classes'

type Props = {
  label: string
  button: ReactNode
  buttonClass?: string
  className?: string
  children: ReactNode
}

/** A button that shows links below it; Escape, a click elsewhere and following a link close it. */
export function Disclosure({ label, button, buttonClass, className, children }: Props) {
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)

  useEffect(() => {
    if (!open) return
    const leave = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
    }
  }, [open])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for Escape from the controls inside
    <div
      ref={root}
      className="relative"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        setOpen(false)
        root.current?.querySelector('button')?.focus()
      }}
    >
      <button
        type="button"
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        className={buttonClass}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: following any link inside closes it */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link's Enter is a click too */}
      <div
        id={id}
        hidden={!open}
        onClick={(event) => {
          if ((event.target as Element).closest('a, [data-closes]')) setOpen(false)
        }}
        className={classes(
          'absolute right-0 z-20 mt-2 rounded-lg border border-line bg-surface shadow-dialog max-sm:fixed max-sm:inset-x-4 max-sm:top-13 max-sm:w-auto',
          className,
        )}
      >
        {children}
      </div>
    </div>
  )
}
