import { type ReactNode, useEffect, useId } from 'react'
import { classes } from '@/lib/classes'

type Props = {
  /** The heading, and the page's title in the browser. */
  title: string
  eyebrow?: ReactNode
  /** Small facts below the heading. */
  facts?: ReactNode
  /** What this page is for, in a sentence. */
  lead?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

export function useTitle(title: string) {
  useEffect(() => {
    document.title = title === 'Cofund' ? title : `${title} · Cofund`
  }, [title])
}

/** A page: its heading, which also takes the focus after a navigation, and what stands below it. */
export function Page({ title, eyebrow, facts, lead, actions, children }: Props) {
  useTitle(title)
  return (
    <div className="wrap">
      <header className="grid gap-x-8 gap-y-4 pt-8 pb-8 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-end sm:pt-10">
        <div className="grid gap-2">
          {eyebrow && <p className="text-xs font-medium text-muted">{eyebrow}</p>}
          <h1 tabIndex={-1}>{title}</h1>
          {facts && <p className="flex flex-wrap gap-x-6 gap-y-1 text-ui text-muted">{facts}</p>}
          {lead && <p className="mt-1 max-w-[58ch] text-lg">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </header>
      <div>{children}</div>
    </div>
  )
}

type SectionProps = {
  title: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  /** Heading beside the content on wide screens, for pages of forms. */
  beside?: boolean
  children: ReactNode
}

/** A part of a page: white space groups, no box around it. */
export function Section({ title, lead, actions, beside = false, children }: SectionProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className={classes(
        'mt-12 grid gap-4 first:mt-0 print:mt-6 print:gap-2',
        beside && 'border-t border-line pt-8 first:border-0 first:pt-0 lg:grid-cols-[20rem_minmax(0,1fr)] lg:gap-12',
      )}
    >
      <div className="flex flex-wrap content-start items-end justify-between gap-x-6 gap-y-3">
        <div className="grid gap-1.5">
          <h2 id={id} className={classes(beside && 'text-lg')}>
            {title}
          </h2>
          {lead && <p className="max-w-prose text-ui text-muted">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  )
}
