import { Trans, useLingui } from '@lingui/react/macro'
import type { ThemeStats } from '@/api/types'
import { partsOf } from '@/lib/certainty'
import { compareAmounts, isZero } from '@/lib/money'
import { along } from '@/lib/scale'
import { ThemeLink } from '@/ui/funding/TopicLinks'
import { Money } from '@/ui/Money'

/** A thousandth of the longest bar is less than a pixel. */
const length = 1000
const fills = { collected: 'fill-c-collected', signed: 'fill-c-signed', pledged: 'fill-c-pledged' } as const

/** What was asked for and what is there, a bar for each theme, all on one scale. */
export function ThemePlot({ themes }: { themes: readonly ThemeStats[] }) {
  const { t } = useLingui()
  const most = themes.reduce((highest, { goal }) => (compareAmounts(goal, highest) > 0 ? goal : highest), '0.00')
  return (
    <ul className="grid">
      {themes.map(({ theme, ...sums }) => (
        <li
          key={theme?.slug ?? ''}
          className="grid items-center gap-x-6 gap-y-1.5 border-b border-line py-3 text-sm first:border-t sm:grid-cols-[13rem_minmax(0,1fr)_12rem]"
        >
          <span className="font-medium">{theme ? <ThemeLink theme={theme} /> : t`Without a theme`}</span>
          <ThemeBar sums={sums} most={most} />
          <span className="text-muted sm:text-right">
            {isZero(sums.goal) ? (
              <Trans>no firm goal yet</Trans>
            ) : (
              <Trans>
                <b>
                  <Money amount={sums.pledged} cents={false} />
                </b>{' '}
                of <Money amount={sums.goal} cents={false} bare />
              </Trans>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

function ThemeBar({ sums, most }: { sums: Omit<ThemeStats, 'theme'>; most: string }) {
  const widths = partsOf(sums).flatMap(({ certainty, amount }) =>
    certainty in fills ? [{ certainty: certainty as keyof typeof fills, width: along(amount, most, length) }] : [],
  )
  const track = along(sums.goal, most, length)
  let x = 0
  return (
    <svg
      viewBox={`0 0 ${length} 14`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="keep-colour block h-3.5 w-full"
    >
      <rect width={track} height="14" className="fill-c-open" />
      {widths.map(({ certainty, width }) => {
        const from = x
        x += width
        return <rect key={certainty} x={from} width={width} height="14" className={fills[certainty]} />
      })}
    </svg>
  )
}
