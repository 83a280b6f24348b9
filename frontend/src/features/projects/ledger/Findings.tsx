import { Plural, Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { classes } from '@/lib/classes'
import type { Report } from './check-ledger'

/** What verifying has found, a sentence for each question. */
export function Findings({ report }: { report: Report }) {
  if (!report.holds) {
    return (
      <ul className="grid gap-1.5 text-ui">
        <Finding good={false}>
          <BrokenLine {...report} />
        </Finding>
      </ul>
    )
  }
  const { head, page, totals, kept } = report
  return (
    <ul className="grid gap-1.5 text-ui">
      <Finding good>
        <Plural
          value={head.seq}
          one="# line was recomputed here just now, and holds."
          other="All # lines were recomputed here just now, and hold together."
        />{' '}
        <Trans>
          The head is <code title={head.hash}>{head.hash.slice(0, 16)}…</code>
        </Trans>
      </Finding>
      <Finding good={page !== 'other'}>
        {page === 'same' && <Trans>It is the head that this page shows.</Trans>}
        {page === 'earlier' && <Trans>It has news since this page was read; what the page shows is in it.</Trans>}
        {page === 'other' && (
          <Trans>This page shows another head. Reload it; if that stays, tell us and keep the download.</Trans>
        )}
      </Finding>
      {totals !== null && (
        <Finding good={totals}>
          {totals ? (
            <Trans>Its last line comes to the amounts above.</Trans>
          ) : (
            <Trans>
              Its last line comes to other amounts than those above. Reload the page; if that stays, tell us.
            </Trans>
          )}
        </Finding>
      )}
      {kept !== null && (
        <Finding good={kept}>
          {kept ? (
            <Trans>The hash you kept stands where it stood: nothing before it was rewritten.</Trans>
          ) : (
            <Trans>
              The hash you kept is not there. This is not the ledger you were shown: keep both, and tell us.
            </Trans>
          )}
        </Finding>
      )}
    </ul>
  )
}

function BrokenLine({ line, fault }: Extract<Report, { holds: false }>) {
  switch (fault) {
    case 'changed':
      return <Trans>Line {line} was changed: its hash is not the one of what it says.</Trans>
    case 'misplaced':
      return <Trans>Line {line} does not follow the one before it: a line is missing, or they were moved.</Trans>
    case 'foreign':
      return <Trans>Line {line} belongs to another project.</Trans>
    case 'unreadable':
      return <Trans>Line {line} is not whole. Perhaps the download broke off: verify once more.</Trans>
  }
}

function Finding({ good, children }: { good: boolean; children: ReactNode }) {
  return (
    <li className="flex items-baseline gap-2.5">
      <span aria-hidden="true" className={classes('w-3 shrink-0 font-semibold', good ? 'text-good' : 'text-danger')}>
        {good ? '✓' : '✕'}
      </span>
      <span className={classes('max-w-prose', good ? 'text-ink' : 'font-medium text-danger')}>{children}</span>
    </li>
  )
}
