import { describe, expect, it } from 'vitest'
import type { ProgressPoint } from '@/api/types'
import { margin, plot, withWaiting } from './curve'

const point = (day: string, pledged: string, more: Partial<ProgressPoint> = {}): ProgressPoint => ({
  day,
  pledged,
  ceilings: pledged,
  waiting: '0.00',
  signed: '0.00',
  backers: 1,
  goal: '40000.00',
  ...more,
})
const points = [point('2026-03-01', '0.00'), point('2026-03-11', '10000.00'), point('2026-03-21', '20000.00')]
/** With room for the words at the end, which stand beside the plot while less than that is still to come. */
const size = { width: margin.left + 300 + 84 + margin.right, height: margin.top + 200 + margin.bottom }
const [left, bottom] = [margin.left, margin.top + 200]

describe('the funding curve', () => {
  it('goes up in steps, and on to what is known today', () => {
    const { path, now } = plot({ points, today: '2026-03-26', until: '2026-03-31', ...size })
    expect(path(({ pledged }) => pledged)).toBe(
      `M${left} ${bottom}H${left + 100}V${bottom - 50}H${left + 200}V${bottom - 100}H${left + 250}`,
    )
    expect(now).toBe(left + 250)
  })

  it('closes an area along the axis', () => {
    const { area } = plot({ points, today: '2026-03-26', until: '2026-03-31', ...size })
    expect(area(({ pledged }) => pledged).endsWith(`H${left + 250}V${bottom}H${left}Z`)).toBe(true)
  })

  it('has room for ceilings above the goal and for what waits', () => {
    const above = [point('2026-03-01', '40000.00', { ceilings: '70000.00' })]
    expect(plot({ points: above, today: '2026-03-02', until: '2026-03-02', ...size }).steps.at(-1)?.amount).toBe(
      '80000.00',
    )
    const waits = point('2026-03-01', '30000.00', { waiting: '25000.00' })
    expect(withWaiting(waits)).toBe('55000.00')
    expect(plot({ points: [waits], today: '2026-03-02', until: '2026-03-02', ...size }).steps.at(-1)?.amount).toBe(
      '60000.00',
    )
  })

  it('follows a goal that fell', () => {
    const fell = [point('2026-03-01', '0.00'), point('2026-03-16', '0.00', { goal: '20000.00' })]
    const { goal, right } = plot({ points: fell, today: '2026-03-30', until: '2026-03-31', ...size })
    expect(goal).toBe(`M${left} ${margin.top}H${left + 150}V${margin.top + 100}H${right}`)
  })

  it('needs no margin for words where days are still to come', () => {
    const half = plot({ points, today: '2026-03-21', until: '2026-04-10', ...size })
    expect(half.right).toBe(size.width - margin.right)
    expect(plot({ points, today: '2026-03-21', until: '2026-03-22', ...size }).right).toBe(left + 300)
  })

  it('names both ends and the months between that fit', () => {
    const { ticks } = plot({ points, today: '2026-05-20', until: '2026-06-20', ...size })
    expect(ticks.map(({ day }) => day)).toEqual(['2026-03-01', '2026-04-01', '2026-05-01', '2026-06-20'])
    const short = plot({ points: [point('2026-03-01', '0.00')], today: '2026-03-01', until: '2026-03-01', ...size })
    expect(short.ticks.map(({ day }) => day)).toEqual(['2026-03-01', '2026-03-02'])
  })

  it('draws nothing strange of nothing', () => {
    const { path } = plot({ points: [], today: '2026-03-01', until: '2026-03-01', ...size })
    expect(path(({ pledged }) => pledged)).not.toContain('NaN')
  })
})
