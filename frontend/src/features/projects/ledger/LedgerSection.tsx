import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ProjectDetail } from '@/api/types'
import { Button } from '@/ui/Button'
import { Section } from '@/ui/Page'
import { ledgerAddress, ledgerQuery } from '../queries/project'
import { LedgerTable } from './LedgerTable'
import { Verification } from './Verification'

const shownAtFirst = 6

/** The public history of a project's money, and the means to check it without trusting this page's server. */
export function LedgerSection({ project }: { project: ProjectDetail }) {
  const { t } = useLingui()
  const { data: lines } = useSuspenseQuery(ledgerQuery(project.slug))
  const [all, setAll] = useState(false)
  const newestFirst = lines.toReversed()
  const head = newestFirst[0]
  if (!head) return null

  return (
    <Section
      title={t`Ledger`}
      lead={
        <Trans>
          <Plural value={lines.length} one="# line" other="# lines" />, each sealed with the hash of the one before, so
          that nobody can rewrite what was.
        </Trans>
      }
    >
      <div className="grid gap-6">
        <Verification project={project} shown={head} />
        <LedgerTable lines={all ? newestFirst : newestFirst.slice(0, shownAtFirst)} />
        <p className="-mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm print:hidden">
          {lines.length > shownAtFirst && (
            <Button size="small" onClick={() => setAll(!all)} aria-expanded={all}>
              {all ? <Trans>Only the newest</Trans> : <Trans>All {lines.length} lines</Trans>}
            </Button>
          )}
          <a href={ledgerAddress(project.slug)} download={`${project.slug}.jsonl`}>
            <Trans>Download as JSON lines</Trans>
          </a>
        </p>
      </div>
    </Section>
  )
}
