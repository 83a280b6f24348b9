/** A project's pledges as staff see them: every name, every state, and what can be done with each. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Needs, prefetch } from '@/api/prefetch'
import { projectPledgesQuery } from '@/api/projects'
import { EmptyState } from '@/ui/EmptyState'
import { CertaintyBar } from '@/ui/funding/CertaintyBar'
import { CertaintyLegend } from '@/ui/funding/CertaintyLegend'
import { Table } from '@/ui/table'
import { DefaultDialog } from '../pledges/DefaultDialog'
import type { PledgeDeed } from '../pledges/PledgeDeeds'
import { usePledgeColumns } from '../pledges/pledge-columns'
import { ReleaseDialog } from '../pledges/ReleaseDialog'
import { SignDialog } from '../pledges/SignDialog'
import { seenByStaff } from '../pledges/standing'
import { useProject } from '../queries/use-project'

const dialogs = { sign: SignDialog, release: ReleaseDialog, default: DefaultDialog }

export const load = ({ queryClient, params: { slug = '' } }: Needs) => prefetch(queryClient, projectPledgesQuery(slug))

export default function PledgesPage() {
  const { t } = useLingui()
  const project = useProject()
  const { pledges } = useSuspenseQuery(projectPledgesQuery(project.slug)).data
  const [asked, setAsked] = useState<PledgeDeed | null>(null)
  const columns = usePledgeColumns(setAsked)
  const Dialog = asked && dialogs[asked.deed]

  return (
    <div className="grid gap-8">
      {project.goal && (
        <div className="grid gap-3">
          <CertaintyBar {...project} goal={project.goal} size="medium" />
          <CertaintyLegend {...project} goal={project.goal} />
        </div>
      )}
      <Table
        caption={t`Pledges`}
        columns={columns}
        rows={seenByStaff(pledges)}
        rowKey={({ id }) => id}
        csv={t`pledges`}
        empty={
          <EmptyState title={t`No pledge stands`}>
            <Trans>Those that stand are listed here by name, hidden ones too. Ended ones are in the ledger.</Trans>
          </EmptyState>
        }
      />
      {asked && Dialog && <Dialog pledge={asked.pledge} onClose={() => setAsked(null)} />}
    </div>
  )
}
