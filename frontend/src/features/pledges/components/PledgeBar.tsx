import { Trans, useLingui } from '@lingui/react/macro'
import type { Project, Simulation } from '@/api/types'
import { isZero, less, toMinor } from '@/lib/money'
import { Money } from '@/ui/Money'

type Props = { project: Project; simulation: Simulation }

/** The goal as one bar: what others hold, what this pledge would add, what is then still to go. */
export function PledgeBar({ project, simulation: { before, after, shares } }: Props) {
  const { t } = useLingui()
  const own = shares.find((change) => change.own)?.after ?? '0.00'
  const others = less(after.pledged, own)
  const parts = [
    { key: 'others', name: t`Others`, amount: others, fill: 'bg-share' },
    { key: 'you', name: t`You`, amount: own, fill: 'bg-accent' },
    { key: 'open', name: t`To go`, amount: after.remaining, fill: 'bg-c-open' },
  ]

  return (
    <div className="grid gap-2">
      <div aria-hidden="true" className="keep-colour flex h-4 gap-0.5 overflow-hidden rounded-sm">
        {parts
          .filter(({ amount }) => !isZero(amount))
          .map(({ key, amount, fill }) => (
            <span
              key={key}
              className={`min-w-[3px] basis-0 ${fill}`}
              style={{ flexGrow: toMinor(amount).toString() }}
            />
          ))}
      </div>
      <table className="w-full border-collapse text-xs">
        <caption className="sr-only">{t`The goal, before and after`}</caption>
        <thead>
          <tr className="text-right text-muted *:pb-1 *:font-medium">
            <td />
            <th scope="col">
              <Trans>Now</Trans>
            </th>
            <th scope="col">
              <Trans>Then</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="text-right *:py-1">
            <th scope="row" className="text-left font-normal text-muted">
              <Trans>Pledged</Trans>
            </th>
            <td className="text-muted">
              <Money amount={before.pledged} bare />
            </td>
            <td className="text-ink">
              <Money amount={after.pledged} bare />
            </td>
          </tr>
          <tr className="text-right *:py-1">
            <th scope="row" className="text-left font-normal text-muted">
              <Trans>To go</Trans>
            </th>
            <td className="text-muted">
              <Money amount={before.remaining} bare />
            </td>
            <td className="text-ink">
              <Money amount={after.remaining} bare />
            </td>
          </tr>
        </tbody>
        {project.goal && (
          <tfoot>
            <tr className="text-right font-semibold text-ink *:border-t *:border-line-strong *:pt-2">
              <th scope="row" className="text-left">
                <Trans>The goal</Trans>
              </th>
              <td>
                <Money amount={project.goal} bare />
              </td>
              <td>
                <Money amount={project.goal} bare />
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}
