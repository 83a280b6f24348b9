import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { Project } from '@/api/types'
import { classes } from '@/lib/classes'
import { Button } from '@/ui/Button'
import { Money } from '@/ui/Money'

type Props = {
  project: Project
  number: number
  last: boolean
  busy: boolean
  dragged: boolean
  onMove: (position: number | null) => void
  onDrag: () => void
  onDrop: () => void
}

/** One turn. The row can be dragged; its buttons do the same, and keep the focus while the row moves under it. */
export function Turn({ project, number, last, busy, dragged, onMove, onDrag, onDrop }: Props) {
  const { t } = useLingui()
  const pressed = useRef<HTMLButtonElement | null>(null)
  const { slug, title, pledged, can } = project

  // biome-ignore lint/correctness/useExhaustiveDependencies: a row that moved in the page has lost the focus
  useEffect(() => {
    pressed.current?.focus()
    pressed.current = null
  }, [number])

  const button = (label: string, sign: string, position: number, disabled: boolean) => (
    <Button
      size="small"
      busy={busy}
      aria-disabled={disabled}
      aria-label={label}
      className="min-w-8"
      onClick={(event) => {
        if (disabled) return
        pressed.current = event.currentTarget
        onMove(position)
      }}
    >
      {sign}
    </Button>
  )

  return (
    <li
      draggable={can.move_in_queue.ok}
      onDragStart={onDrag}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
      className={classes(
        'flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-2.5 text-sm',
        can.move_in_queue.ok && 'cursor-grab',
        dragged && 'opacity-50',
      )}
    >
      <span className="w-5 text-right text-muted">{number}</span>
      <Link
        to="/staff/projects/$slug"
        params={{ slug }}
        draggable={false}
        className="min-w-40 flex-1 font-medium text-ink no-underline hover:underline"
      >
        {title}
      </Link>
      <Money amount={pledged} cents={false} />
      {can.move_in_queue.ok && (
        <span className="flex gap-2">
          {button(t`Move ${title} up`, '↑', number - 1, number === 1)}
          {button(t`Move ${title} down`, '↓', number + 1, last)}
          <Button size="small" busy={busy} onClick={() => onMove(null)} aria-label={t`Take ${title} out of the order`}>
            <Trans>Take out</Trans>
          </Button>
        </span>
      )}
    </li>
  )
}
