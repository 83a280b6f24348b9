import { Trans } from '@lingui/react/macro'
import { type FormEvent, useId, useState } from 'react'
import type { LedgerLine, ProjectDetail } from '@/api/types'
import { Button } from '@/ui/Button'
import { TextInput } from '@/ui/form/controls'
import { FormFailure } from '@/ui/form/FormFailure'
import { fetchLedger } from '../queries/project'
import { checkLedger, type Report } from './check-ledger'
import { Findings } from './Findings'
import { readKept } from './verify'

type Props = { project: ProjectDetail; shown: LedgerLine }
type State = { busy: boolean; report: Report | null; failure: unknown }

/** Fetches the ledger anew and recomputes it here: nobody has to take the server's word for it. */
export function Verification({ project, shown }: Props) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [state, setState] = useState<State>({ busy: false, report: null, failure: null })
  const kept = readKept(typed)
  const unclear = typed.trim() !== '' && !kept

  async function verify(event: FormEvent) {
    event.preventDefault()
    if (state.busy) return
    setState({ busy: true, report: null, failure: null })
    try {
      const report = await checkLedger(await fetchLedger(project.slug), { project, head: shown }, kept)
      setState({ busy: false, report, failure: null })
    } catch (failure) {
      setState({ busy: false, report: null, failure })
    }
  }

  return (
    <form onSubmit={verify} className="grid justify-items-start gap-3 print:hidden">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" busy={state.busy}>
          <Trans>Verify in this browser</Trans>
        </Button>
        <p className="text-sm text-muted">
          <Trans>Your browser downloads the lines and computes every hash again.</Trans>
        </p>
      </div>
      <details className="w-full max-w-prose">
        <summary className="min-h-6 w-fit text-sm font-medium text-accent">
          <Trans>I kept a receipt</Trans>
        </summary>
        <div className="mt-2 grid gap-1.5">
          <label htmlFor={id} className="text-sm font-medium text-ink">
            <Trans>Line and hash from a receipt or letter</Trans>
          </label>
          <TextInput
            id={id}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
            spellCheck={false}
            placeholder="12 9f3c61ae…"
            aria-describedby={`${id}-help`}
            aria-invalid={unclear || undefined}
            className="font-mono text-sm"
          />
          <p id={`${id}-help`} className="text-xs text-muted">
            {unclear ? (
              <Trans>A hash has 64 characters, 0 to 9 and a to f. Copy all of it.</Trans>
            ) : (
              <Trans>Then you also learn whether what you were shown still stands.</Trans>
            )}
          </p>
        </div>
      </details>
      {state.failure !== null && <FormFailure error={state.failure} />}
      <div role="status" className="w-full">
        {state.report && <Findings report={state.report} />}
      </div>
    </form>
  )
}
