import type { MissingField, PublishCheck } from '@/api/types'
import { type Part, partOf } from '../content/parts'

/** What the check may name, in the order of the form. `terms` is no part of a project: they are published once for all. */
export const checked = [
  'summary',
  'theme',
  'problem',
  'solution',
  'implementation',
  'fit',
  'research',
  'deliverables',
  'goal',
  'minimum_pledge',
  'pledge_by',
  'capacity_hours',
  'terms',
] as const

export type Check = {
  field: string
  part: Part | null
  /** `candidate`: missing in any case; `open`: missing only to take pledges. */
  missing: 'candidate' | 'open' | null
  problem: MissingField | null
  words: number | null
}

/** The API's check as one list: what is there, what is missing, and for which way of publishing. */
export function checklistOf({ candidate, open, word_counts }: PublishCheck): Check[] {
  const named = [...candidate, ...open].map(({ field }) => field)
  const fields = new Set<string>([...checked, ...named])
  return [...fields].map((field) => {
    const early = candidate.find((missing) => missing.field === field)
    const late = open.find((missing) => missing.field === field)
    return {
      field,
      part: partOf(field),
      missing: early ? 'candidate' : late ? 'open' : null,
      problem: early ?? late ?? null,
      words: word_counts.find((count) => count.field === field)?.words ?? null,
    }
  })
}
