import type { LedgerLine, ProjectDetail } from '@/api/types'
import { readLine } from './read-line'
import { type Fault, type Head, type Kept, stillHolds, verifyLedger } from './verify'

/** What was found, each part apart: a ledger may hold together and still not be the one somebody was shown. */
export type Report =
  | { holds: false; line: number; fault: Fault }
  | {
      holds: true
      head: Head
      /** Whether the page shows this ledger, an earlier state of it, or another one. */
      page: 'same' | 'earlier' | 'other'
      /** Whether the last line comes to what the page says is pledged; not asked of an earlier state. */
      totals: boolean | null
      kept: boolean | null
    }

type Shown = {
  project: Pick<ProjectDetail, 'id' | 'goal' | 'ceilings' | 'waiting'>
  head: Pick<LedgerLine, 'seq' | 'hash'>
}

export async function checkLedger(text: string, { project, head }: Shown, kept: Kept | null): Promise<Report> {
  const verdict = await verifyLedger(text, project.id)
  if (!verdict.ok) return { holds: false, line: verdict.line, fault: verdict.fault }

  const same = verdict.head.hash === head.hash
  const earlier = !same && stillHolds(verdict, { seq: `${head.seq}`, hash: head.hash })
  return {
    holds: true,
    head: verdict.head,
    page: same ? 'same' : earlier ? 'earlier' : 'other',
    totals: same ? addsUp(text, project) : null,
    kept: kept && stillHolds(verdict, kept),
  }
}

function addsUp(text: string, project: Shown['project']): boolean {
  const last = text.trimEnd().split('\n').at(-1)
  const { totals } = readLine(JSON.parse(last ?? 'null') as LedgerLine)
  return totals?.goal === project.goal && totals?.ceilings === project.ceilings && totals?.waiting === project.waiting
}
