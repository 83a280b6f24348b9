import { canonicalJson } from './canonical-json'

/** A place in a ledger: what a receipt holds, and where the last line stands. */
export type Head = { seq: number; hash: string }

/** What somebody kept of it, as they typed it: at least the hash. */
export type Kept = { seq: string | null; hash: string }

/** What is wrong with a line, as far as arithmetic can tell. */
export type Fault = 'unreadable' | 'changed' | 'misplaced' | 'foreign'

export type Verdict =
  | { ok: true; head: Head; hashes: readonly string[] }
  /** `line` counts as the file does, from 1; nothing is said of the lines after it. */
  | { ok: false; line: number; fault: Fault }

type Line = { seq: number; project: string; prev_hash: string; hash: string }

export const beginning: Head = { seq: 0, hash: '0'.repeat(64) }

/**
 * Recomputes a ledger from its text, one line of JSON after the other: each must follow the one before it and carry
 * the hash of itself and of all before it. Nothing of what the server says about the ledger is believed.
 */
export async function verifyLedger(text: string, project: string): Promise<Verdict> {
  const hashes: string[] = []
  let head = beginning
  for (const source of text.split('\n').filter(Boolean)) {
    const line = read(source)
    const broken = (fault: Fault): Verdict => ({ ok: false, line: hashes.length + 1, fault })
    if (!line) return broken('unreadable')
    if (line.project !== project) return broken('foreign')
    if ((await hashOf(line)) !== line.hash) return broken('changed')
    if (line.seq !== head.seq + 1 || line.prev_hash !== head.hash) return broken('misplaced')
    head = { seq: line.seq, hash: line.hash }
    hashes.push(line.hash)
  }
  return { ok: true, head, hashes }
}

/** Whether a ledger that holds together still says all it said when somebody was given this hash. */
export function stillHolds({ hashes }: { hashes: readonly string[] }, { seq, hash }: Kept): boolean {
  return hashes.some((known, index) => known === hash && (seq === null || seq === `${index + 1}`))
}

/** "12 9f3c…", "12:9f3c…", the hash alone, or a receipt's line of words around them; `null` without a hash. */
export function readKept(typed: string): Kept | null {
  const hash = /(?<![0-9a-z])[0-9a-f]{64}(?![0-9a-z])/i.exec(typed)?.[0]
  if (!hash) return null
  const seq = /[1-9]\d*/.exec(typed.replace(hash, ' '))?.[0] ?? null
  return { seq, hash: hash.toLowerCase() }
}

async function hashOf({ hash: _, prev_hash, ...rest }: Line): Promise<string> {
  const bytes = new TextEncoder().encode(prev_hash + canonicalJson(rest))
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}

function read(source: string): Line | null {
  try {
    const line: unknown = JSON.parse(source)
    return isLine(line) ? line : null
  } catch {
    return null
  }
}

function isLine(value: unknown): value is Line {
  if (typeof value !== 'object' || value === null) return false
  const { seq, project, prev_hash, hash } = value as Record<string, unknown>
  return [project, prev_hash, hash].every((text) => typeof text === 'string') && Number.isInteger(seq)
}
