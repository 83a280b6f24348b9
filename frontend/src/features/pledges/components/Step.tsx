import { type ReactNode, useId } from 'react'
import { classes } from '@/lib/classes'

type Props = {
  number: number
  title: ReactNode
  lead?: ReactNode
  /** Nothing is missing in it. */
  done?: boolean
  last?: boolean
  children: ReactNode
}

/** One of the open steps on the line: all are there from the start, none hides behind another. */
export function Step({ number, title, lead, done = false, last = false, children }: Props) {
  const id = useId()
  return (
    <section
      id={`step-${number}`}
      aria-labelledby={id}
      className={classes(
        'relative pb-12 sm:pl-13',
        !last &&
          'sm:before:absolute sm:before:top-9 sm:before:bottom-2 sm:before:left-4 sm:before:border-l sm:before:border-line',
      )}
    >
      <span
        aria-hidden="true"
        className={classes(
          'absolute top-0 left-0 grid size-8 place-items-center rounded-full border-[1.5px] text-ui font-semibold',
          done ? 'border-accent-fill bg-accent-fill text-on-accent' : 'border-line-strong bg-surface text-ink',
        )}
      >
        {done ? '✓' : number}
      </span>
      <h2 id={id} className="min-h-8 pt-0.5 text-[1.25rem] max-sm:pl-11">
        {title}
      </h2>
      {lead && <p className="mt-1 mb-4 max-w-prose text-ui text-muted">{lead}</p>}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 max-sm:mt-3">{children}</div>
    </section>
  )
}
