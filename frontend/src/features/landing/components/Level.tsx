/** A column for each community, a dashed outline for its ceiling, a fill for its share, one line that cuts them all. */
type Props = {
  ceilings: readonly number[]
  /** Where the line is; none yet before the ceilings cover the goal. */
  level?: number
  /** Where it was before somebody joined. */
  before?: number
  /** Which column has just joined. */
  joined?: number
}

const top = 30
const scale = 4
const width = 36
const gap = 10

export function Level({ ceilings, level, before, joined }: Props) {
  const y = (value: number) => (top - value) * scale + 4
  const right = 5 * (width + gap) - gap
  return (
    <svg viewBox={`0 0 ${right} ${y(0) + 2}`} aria-hidden="true" className="h-auto w-full max-w-56">
      {ceilings.map((ceiling, index) => {
        const x = index * (width + gap)
        const share = level === undefined ? 0 : Math.min(ceiling, level)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change places
          <g key={index}>
            <rect
              {...{ x: x + 0.5, y: y(ceiling), width: width - 1, height: ceiling * scale }}
              className="fill-none stroke-line-strong"
              strokeDasharray="3 2"
            />
            <rect
              {...{ x, y: y(share), width, height: share * scale }}
              className={index === joined ? 'fill-accent' : 'fill-share'}
            />
          </g>
        )
      })}
      <path d={`M0 ${y(0)}H${right}`} className="stroke-line-strong" />
      {before !== undefined && <path d={`M0 ${y(before)}H${right}`} className="stroke-muted" strokeDasharray="4 3" />}
      {level !== undefined && <path d={`M0 ${y(level)}H${right}`} className="stroke-ink" strokeWidth="1.5" />}
    </svg>
  )
}
