import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { WorkItem } from '@/api/types'
import { WorkLink } from './WorkLink'
import { kindWords, WorkSentence } from './work-words'

/** What waits, the oldest first: what it is, how long it has waited, and the way there. */
export function WorkList({ items }: { items: readonly WorkItem[] }) {
  const { i18n } = useLingui()
  return (
    <ol className="border-b border-line">
      {items.map((item) => (
        <li
          key={`${item.kind} ${item.project?.slug} ${item.organization?.slug} ${item.pledge}`}
          className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 border-t border-line py-3.5"
        >
          <span className="text-xs text-muted">{i18n._(kindWords[item.kind])}</span>
          <Age item={item} />
          <span className="col-span-full text-ui">
            <WorkLink item={item} />
          </span>
          <p className="col-span-full max-w-prose text-sm text-muted">
            <WorkSentence item={item} />
          </p>
        </li>
      ))}
    </ol>
  )
}

function Age({ item: { age_days, since } }: { item: WorkItem }) {
  return (
    <time dateTime={since} className="text-xs text-muted">
      {age_days === 0 ? <Trans>since today</Trans> : <Plural value={age_days} one="# day" other="# days" />}
    </time>
  )
}
