import { useLingui } from '@lingui/react/macro'
import type { ProjectDetail } from '@/api/types'
import { isZero } from '@/lib/money'
import { Later } from '@/ui/Later'
import { Panel } from '@/ui/Panel'
import { TakePart } from '../share/TakePart'
import { PledgeEntry } from '../whatif/PledgeEntry'
import { rangeOf } from '../whatif/range'
import { WhatIf } from '../whatif/WhatIf'

/** What one can do, in view while one reads. On a small screen it follows what it is about. */
export function Aside({ project }: { project: ProjectDetail }) {
  const { t } = useLingui()
  const takesMoney = project.funding === 'open' || (project.funding === 'funded' && !isZero(project.gap))
  const range = takesMoney ? rangeOf(project) : null
  return (
    <aside
      aria-label={t`Take part`}
      className="grid content-start gap-4 lg:sticky lg:top-6 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:self-start print:hidden"
    >
      <Later>
        {range ? (
          <WhatIf project={project} range={range} />
        ) : (
          takesMoney && (
            <Panel>
              <PledgeEntry project={project} />
            </Panel>
          )
        )}
        <TakePart project={project} />
      </Later>
    </aside>
  )
}
