import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json'
import sample from './sample.jsonl?raw'
import { readKept, stillHolds, verifyLedger } from './verify'

/** Five lines as the server wrote them: opened, three pledges, closed with a sentence. */
const lines = sample.trimEnd().split('\n')
const project: string = JSON.parse(lines[0] ?? '').project
const verify = (changed: readonly string[]) => verifyLedger(changed.join('\n'), project)
const hashAt = (index: number): string => JSON.parse(lines[index] ?? '').hash

/** A line with other content and the hash that would be right for it, as a careful forger writes it. */
function forged(source: string, change: object): string {
  const { hash: _, prev_hash, ...rest } = { ...JSON.parse(source), ...change }
  const hash = createHash('sha256')
    .update(prev_hash + canonicalJson(rest))
    .digest('hex')
  return JSON.stringify({ ...rest, prev_hash, hash })
}

describe('a ledger', () => {
  it('holds as the server wrote it', async () => {
    const verdict = await verifyLedger(sample, project)
    expect(verdict).toMatchObject({ ok: true, head: { seq: 5, hash: hashAt(4) } })
  })

  it('does not depend on how its JSON is laid out', async () => {
    const shuffled = lines.map((line) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(line)).reverse())))
    expect(await verify(shuffled)).toMatchObject({ ok: true })
  })

  it('shows a line that was changed', async () => {
    const changed = lines.with(1, lines[1]?.replace('"amount":"2500.00"', '"amount":"2500.01"') ?? '')
    expect(changed).not.toEqual(lines)
    expect(await verify(changed)).toEqual({ ok: false, line: 2, fault: 'changed' })
  })

  it('shows a line that was changed and sealed again, by the one after it', async () => {
    const changed = lines.with(1, forged(lines[1] ?? '', { at: '2026-01-21T09:46:00.000000Z' }))
    expect(await verify(changed)).toEqual({ ok: false, line: 3, fault: 'misplaced' })
  })

  it('shows a line that was removed, also when the rest is numbered anew', async () => {
    expect(await verify(lines.toSpliced(2, 1))).toEqual({ ok: false, line: 3, fault: 'misplaced' })
    expect(await verify(lines.toSpliced(0, 1))).toEqual({ ok: false, line: 1, fault: 'misplaced' })
    const renumbered = lines.toSpliced(2, 1).with(2, forged(lines[3] ?? '', { seq: 3 }))
    expect(await verify(renumbered)).toEqual({ ok: false, line: 3, fault: 'misplaced' })
  })

  it('shows lines that changed places', async () => {
    const [first = '', second = '', third = '', ...rest] = lines
    expect(await verify([first, third, second, ...rest])).toEqual({ ok: false, line: 2, fault: 'misplaced' })
  })

  it('shows a line of another project, and one that is there twice', async () => {
    const foreign = forged(lines[4] ?? '', { project: '00000000-0000-7000-8000-000000000000' })
    expect(await verify(lines.with(4, foreign))).toEqual({ ok: false, line: 5, fault: 'foreign' })
    expect(await verify(lines.toSpliced(3, 0, lines[2] ?? ''))).toEqual({ ok: false, line: 4, fault: 'misplaced' })
  })

  it('shows a download that broke off within a line', async () => {
    expect(await verifyLedger(sample.slice(0, -40), project)).toEqual({ ok: false, line: 5, fault: 'unreadable' })
    expect(await verify([...lines, 'null'])).toEqual({ ok: false, line: 6, fault: 'unreadable' })
  })
})

describe('a hash that somebody kept', () => {
  it('is missing where the last lines were cut off, though the rest holds together', async () => {
    const cut = await verify(lines.slice(0, 3))
    if (!cut.ok) throw new Error('three lines of five are a good ledger that ends sooner')
    expect(stillHolds(cut, { seq: '3', hash: hashAt(2) })).toBe(true)
    expect(stillHolds(cut, { seq: '5', hash: hashAt(4) })).toBe(false)
    expect(stillHolds(cut, { seq: null, hash: hashAt(4) })).toBe(false)
  })

  it('must stand at its own line, where one is named', async () => {
    const whole = await verify(lines)
    if (!whole.ok) throw new Error('the sample holds')
    expect(stillHolds(whole, { seq: '2', hash: hashAt(2) })).toBe(false)
    expect(stillHolds(whole, { seq: null, hash: hashAt(2) })).toBe(true)
  })

  it('is read from what people paste', () => {
    const hash = hashAt(1)
    expect(readKept(`2 ${hash}`)).toEqual({ seq: '2', hash })
    expect(readKept(`Line 2 of the ledger: ${hash.toUpperCase()}.`)).toEqual({ seq: '2', hash })
    expect(readKept(hash)).toEqual({ seq: null, hash })
    for (const typed of ['', '2', hash.slice(1), `${hash}0`]) expect(readKept(typed)).toBeNull()
  })
})
