import { Trans } from '@lingui/react/macro'
import type { Pledge } from '@/api/types'
import { CopyButton } from '@/ui/CopyButton'

/** What to keep so that nobody can rewrite the past unseen. */
export function LedgerProof({ pledge: { handle, ledger, project } }: { pledge: Pledge }) {
  const proof = `${project.slug} ${ledger.seq} ${ledger.hash}`
  return (
    <div className="grid justify-items-start gap-3 text-sm">
      <p className="max-w-prose text-ui text-muted">
        <Trans>
          Keep this line. As long as the public ledger still has it, nothing that happened up to today was changed
          afterwards.
        </Trans>
      </p>
      <dl className="grid w-full gap-x-6 gap-y-1 sm:grid-cols-[auto_minmax(0,1fr)]">
        <dt className="text-muted">
          <Trans>Last line</Trans>
        </dt>
        <dd className="text-ink">{ledger.seq}</dd>
        <dt className="text-muted">
          <Trans>Its hash</Trans>
        </dt>
        <dd>
          <code className="break-all text-ink">{ledger.hash}</code>
        </dd>
        <dt className="text-muted">
          <Trans>This pledge in it</Trans>
        </dt>
        <dd>
          <code className="break-all text-ink">{handle}</code>
        </dd>
      </dl>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
        <CopyButton text={proof} />
        <a href={`/api/v1/projects/${project.slug}/ledger.jsonl`} download className="py-1">
          <Trans>The whole ledger</Trans>
        </a>
      </div>
    </div>
  )
}
