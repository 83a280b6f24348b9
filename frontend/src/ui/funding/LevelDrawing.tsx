import { classes } from '@/lib/classes'
import { compareAmounts } from '@/lib/money'
import { along } from '@/lib/scale'

/** Colour says who: pale for the others, the accent for you or whoever joins. What waits is outlined and empty. */
export type LevelColumn = { key: string; ceiling: string; share: string; you?: boolean }

type Props = {
  columns: readonly LevelColumn[]
  /** Where the line is; none yet before the ceilings cover the goal. */
  level?: string | null | undefined
  /** Where it was before. */
  before?: string | null | undefined
  /** What stands under each column: few columns have room for it. */
  labels?: readonly string[] | undefined
  /** Places for columns that may still come, so that pictures beside each other share one measure. */
  places?: number
  className?: string
}

const height = 120
const width = 36
const between = 10

/** A column for each community, a dashed outline for its ceiling, a fill for its share, one line that cuts them all. */
export function LevelDrawing({ columns, level, before, labels, places = columns.length, className }: Props) {
  const top = columns.map(({ ceiling }) => ceiling).reduce((a, b) => (compareAmounts(a, b) < 0 ? b : a), '0.00')
  const tall = (amount: string) => along(amount, top, height)
  const y = (amount: string) => height + 4 - tall(amount)
  const right = Math.max(places, 1) * (width + between) - between
  const bottom = labels ? 24 : 6

  return (
    <svg
      viewBox={`0 0 ${right} ${height + bottom}`}
      aria-hidden="true"
      className={classes('keep-colour h-auto w-full', className)}
      style={{ maxWidth: `${right * 1.25}px` }}
    >
      {columns.map(({ key, ceiling, share, you = false }, index) => {
        const x = index * (width + between)
        return (
          <g key={key}>
            <rect
              {...{ x: x + 0.5, y: y(ceiling), width: width - 1, height: tall(ceiling) }}
              className="fill-none stroke-line-strong"
              strokeDasharray="3 2"
            />
            <rect
              {...{ x, y: y(share), width, height: tall(share) }}
              className={classes('transition-all duration-(--slow)', you ? 'fill-accent' : 'fill-share')}
            />
            {labels && (
              <text
                x={x + width / 2}
                y={height + 20}
                textAnchor="middle"
                className={classes('text-2xs', you ? 'fill-ink font-semibold' : 'fill-muted')}
              >
                {labels[index]}
              </text>
            )}
          </g>
        )
      })}
      <path d={`M0 ${y('0.00') + 0.5}H${right}`} className="stroke-line-strong" />
      {before && <Line at={y(before)} right={right} was />}
      {level && <Line at={y(level)} right={right} />}
    </svg>
  )
}

/** Drawn at nothing and moved, so that it glides when the level falls. */
function Line({ at, right, was = false }: { at: number; right: number; was?: boolean }) {
  return (
    <path
      d={`M0 0H${right}`}
      style={{ transform: `translateY(${at}px)` }}
      className={classes('transition-transform duration-(--slow)', was ? 'stroke-muted' : 'stroke-ink')}
      strokeWidth={was ? 1 : 1.5}
      {...(was && { strokeDasharray: '4 3' })}
    />
  )
}
