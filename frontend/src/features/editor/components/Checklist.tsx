import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useFormContext } from 'react-hook-form'
import type { PublishCheck } from '@/api/types'
import { classes } from '@/lib/classes'
import type { Content } from '../content/content'
import type { Part } from '../content/parts'
import { type Check, checklistOf } from './checklist'
import { partWords } from './part-words'

/** What the API still misses, each with the way to its field. */
export function Checklist({ check, onGo }: { check: PublishCheck; onGo: (part: Part) => void }) {
  return (
    <ul className="text-sm">
      {checklistOf(check).map((one) => (
        <li
          key={one.field}
          className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-baseline gap-x-2 border-t border-line py-1.5"
        >
          <span aria-hidden="true" className={one.missing ? 'text-danger' : 'text-good'}>
            {one.missing ? '✕' : '✓'}
          </span>
          <FieldName check={one} onGo={onGo} />
          <span className={classes('text-right text-xs', one.missing ? 'text-danger' : 'text-muted')}>
            <Reason check={one} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function FieldName({ check: { field, part, missing }, onGo }: { check: Check; onGo: (part: Part) => void }) {
  const { i18n } = useLingui()
  if (field === 'terms') {
    return missing ? (
      <Link to="/staff/terms">
        <Trans>Terms to pledge by</Trans>
      </Link>
    ) : (
      <span>
        <Trans>Terms to pledge by</Trans>
      </span>
    )
  }
  if (!part) return <span>{field}</span>
  return (
    <button
      type="button"
      onClick={() => onGo(part)}
      className={classes(
        'min-h-6 text-left hover:underline',
        missing ? 'font-medium text-ink underline decoration-line-strong underline-offset-3' : 'text-text',
      )}
    >
      {i18n._(partWords[part])}
    </button>
  )
}

function Reason({ check: { missing, problem, words } }: { check: Check }) {
  if (!missing || !problem) return words === null ? <Trans>there</Trans> : words
  const [count, least, most] = [problem.words ?? 0, problem.at_least ?? 0, problem.at_most ?? 0]
  switch (problem.code) {
    case 'too_few_words':
      if (count === 0) return <Trans>missing</Trans>
      return (
        <Trans>
          {count} of {least} words
        </Trans>
      )
    case 'too_many_words':
      return (
        <Trans>
          {count} words, at most {most}
        </Trans>
      )
    case 'in_the_past':
      return <Trans>is over</Trans>
    case 'above_goal':
      return <Trans>above the goal</Trans>
    case 'required':
      return missing === 'open' ? <Trans>to open</Trans> : <Trans>missing</Trans>
  }
}

/** Brings a part's first field into view and into use. */
export function useGoTo(): (part: Part) => void {
  const { setFocus } = useFormContext<Content>()
  return (part) => {
    const button = document.querySelector<HTMLElement>(`[data-part="${part}"]`)
    if (button) button.focus()
    else setFocus(part as keyof Content)
  }
}
