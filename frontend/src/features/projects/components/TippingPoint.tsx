import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { projectPledgesQuery } from '@/api/projects'
import type { ProjectDetail, PublicPledge } from '@/api/types'
import { settlementCurrency } from '@/lib/money'
import { Callout } from '@/ui/Callout'
import { Explanation } from '@/ui/funding/Explanation'
import { Money } from '@/ui/Money'
import { Section } from '@/ui/Page'
import { Backer } from './Backer'
import { Conditions } from './Conditions'

/** How little is missing: the sentence first, then who waits for what. Only while pledges can still change it. */
export function TippingPoint({ project }: { project: ProjectDetail }) {
  const { t } = useLingui()
  const { pledges } = useSuspenseQuery(projectPledgesQuery(project.slug)).data
  if (project.funding !== 'open') return null
  const waiting = pledges.filter(({ active }) => !active)
  if (project.explanation.length === 0 && waiting.length === 0) return null

  const title = project.covered
    ? t`Covered, and getting cheaper`
    : project.mode === 'shared' && project.tipping_point
      ? t`One pledge from tipping`
      : t`What is missing`
  return (
    <Section title={title}>
      <div className="grid gap-5">
        {project.explanation.length > 0 && (
          <Callout>
            <Explanation explanation={project.explanation} mode={project.mode} />
          </Callout>
        )}
        {waiting.length > 0 && <Waiting pledges={waiting} />}
      </div>
    </Section>
  )
}

function Waiting({ pledges }: { pledges: readonly PublicPledge[] }) {
  const { t } = useLingui()
  const currency = settlementCurrency()
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">{t`Pledges that wait, and what for`}</caption>
      <thead>
        <tr className="text-left text-xs text-muted *:pb-2 *:font-medium">
          <th scope="col">
            <Trans>Waiting</Trans>
          </th>
          <th scope="col" className="pl-2 max-sm:hidden">
            <Trans>Counts when</Trans>
          </th>
          <th scope="col" className="pl-4 text-right">
            <Trans>Up to, {currency}</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {pledges.map((pledge, index) => (
          <tr key={pledge.id ?? `hidden-${index}`} className="border-t border-line last:border-b *:py-2.5">
            <td>
              <Backer pledge={pledge} />
              <span className="mt-1 block pl-9.5 text-muted sm:hidden">
                <Conditions conditions={pledge.conditions} />
              </span>
            </td>
            <td className="pl-2 text-muted max-sm:hidden">
              <Conditions conditions={pledge.conditions} />
            </td>
            <td className="pl-4 text-right align-top text-ink sm:align-middle">
              <Money amount={pledge.amount} cents={false} bare />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
