import { describe, expect, it } from 'vitest'
import { checkLedger } from './check-ledger'
import sample from './sample.jsonl?raw'

const lines = sample.trimEnd().split('\n')
const parsed = lines.map((line) => JSON.parse(line) as { seq: number; hash: string; project: string })
const shown = {
  project: { id: parsed[0]?.project ?? '', goal: '12500.00', ceilings: '0.00', waiting: '0.00' },
  head: { seq: 5, hash: parsed[4]?.hash ?? '' },
}

describe('what is said of a ledger', () => {
  it('is that it is the one the page shows, and comes to the same', async () => {
    expect(await checkLedger(sample, shown, null)).toMatchObject({
      holds: true,
      page: 'same',
      totals: true,
      kept: null,
    })
  })

  it('is that the page shows other amounts', async () => {
    const project = { ...shown.project, ceilings: '5000.00' }
    expect(await checkLedger(sample, { ...shown, project }, null)).toMatchObject({ page: 'same', totals: false })
  })

  it('is that a line came after the page was read, and not that something is wrong', async () => {
    const head = { seq: 4, hash: parsed[3]?.hash ?? '' }
    expect(await checkLedger(sample, { ...shown, head }, null)).toMatchObject({ page: 'earlier', totals: null })
  })

  it('is that lines the page shows are missing', async () => {
    const cut = lines.slice(0, 4).join('\n')
    expect(await checkLedger(cut, shown, null)).toMatchObject({ holds: true, page: 'other' })
  })

  it('is whether what somebody kept still stands', async () => {
    const kept = { seq: '2', hash: parsed[1]?.hash ?? '' }
    expect(await checkLedger(sample, shown, kept)).toMatchObject({ kept: true })
    expect(await checkLedger(sample, shown, { ...kept, seq: '3' })).toMatchObject({ kept: false })
  })

  it('is which line is broken', async () => {
    expect(await checkLedger(lines.toSpliced(1, 1).join('\n'), shown, null)).toEqual({
      holds: false,
      line: 2,
      fault: 'misplaced',
    })
  })
})
