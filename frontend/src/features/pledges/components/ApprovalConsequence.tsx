import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { explain } from '@/api/errors'
import { budgetQuery } from '@/api/pledges'
import type { Pledge } from '@/api/types'
import { less } from '@/lib/money'
import { Explanation } from '@/ui/funding/Explanation'
import { Money } from '@/ui/Money'
import { useConsequence } from '../queries/use-consequence'

/** What an approval would do to the project and leave in the year, before it is given. */
export function ApprovalConsequence({ pledge, amount }: { pledge: Pledge; amount: string }) {
  const [instalment, ...more] = pledge.instalments
  const { data: budget } = useQuery(budgetQuery(pledge.organization.slug, instalment?.fiscal_year))
  // Asked as anybody's: a request is not counted yet, so it would stand beside itself.
  const { simulation, refusal } = useConsequence(pledge.project.slug, { amount })

  return (
    <div role="status" className="grid gap-2 text-sm">
      {refusal !== null && refusal !== undefined && <p className="text-danger">{explain(refusal)}</p>}
      {simulation && (
        <p>
          <Trans>
            Of the goal{' '}
            <b>
              <Money amount={simulation.after.pledged} />
            </b>{' '}
            would then be pledged, and{' '}
            <b>
              <Money amount={simulation.after.remaining} />
            </b>{' '}
            be to go.
          </Trans>
        </p>
      )}
      {simulation && (
        <Explanation
          explanation={simulation.explanation.filter(({ code }) => code === 'funds_project' || code === 'wakes')}
        />
      )}
      {budget?.left && more.length === 0 && (
        <p>
          <Trans>
            It would leave{' '}
            <b>
              <Money amount={less(budget.left, amount)} />
            </b>{' '}
            in {budget.fiscal_year}.
          </Trans>
        </p>
      )}
    </div>
  )
}
