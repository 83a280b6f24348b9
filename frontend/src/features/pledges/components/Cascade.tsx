import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { FundingMode, Simulation } from '@/api/types'
import { isZero } from '@/lib/money'
import { Explanation } from '@/ui/funding/Explanation'
import { Money } from '@/ui/Money'

/** What follows for others: who would wait again, whose share would change, what would be missing. */
export function Cascade({ simulation, mode }: { simulation: Simulation; mode: FundingMode }) {
  const { t } = useLingui()
  const { sleeps, shares, before, after, explanation } = simulation
  // Who would wait again is listed as that; theirs is no share that merely changes.
  const others = shares.filter(({ own, after }) => !own && !isZero(after))
  const nobody = sleeps.length === 0 && others.length === 0

  return (
    <div className="grid gap-3 text-sm">
      <p>
        <Trans>
          Pledged falls from <Money amount={before.pledged} /> to{' '}
          <b>
            <Money amount={after.pledged} />
          </b>
          ; then{' '}
          <b>
            <Money amount={after.remaining} />
          </b>{' '}
          are to go.
        </Trans>{' '}
        {before.covered && !after.covered && before.funding === 'open' && (
          <b>
            <Trans>The project is no longer covered.</Trans>
          </b>
        )}
        {before.funding === 'funded' && (
          <Trans>The project stays funded, with a gap that everybody sees; staff are told.</Trans>
        )}
      </p>
      {nobody && (
        <p>
          <Trans>Nobody else’s pledge changes.</Trans>
        </p>
      )}
      {sleeps.length > 0 && (
        <div className="grid gap-1">
          <h3 className="text-sm">
            <Plural value={sleeps.length} one="# pledge would wait again" other="# pledges would wait again" />
          </h3>
          <ul className="grid gap-0.5">
            {sleeps.map(({ organization, amount }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: who hides has no name to tell them apart by
              <li key={index} className="flex justify-between gap-4">
                {organization?.name ?? t`An institution`} <Money amount={amount} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {others.length > 0 && (
        <table className="w-full border-collapse">
          <caption className="mb-1 text-left font-semibold text-ink">
            <Trans>Whose share changes</Trans>
          </caption>
          <thead>
            <tr className="text-right text-xs text-muted *:pb-1 *:font-medium">
              <th scope="col" className="text-left">
                <Trans>Organisation</Trans>
              </th>
              <th scope="col">
                <Trans>Now</Trans>
              </th>
              <th scope="col">
                <Trans>Then</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {others.map(({ organization, before, after }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: who hides has no name to tell them apart by
              <tr key={index} className="border-t border-line text-right *:py-1">
                <th scope="row" className="text-left font-normal">
                  {organization?.name ?? t`An institution`}
                </th>
                <td className="text-muted">
                  <Money amount={before} bare />
                </td>
                <td className="pl-3 text-ink">
                  <Money amount={after} bare />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="grid gap-1 text-muted">
        <Explanation explanation={explanation.filter(({ code }) => code !== 'sleeps')} mode={mode} />
      </div>
    </div>
  )
}
