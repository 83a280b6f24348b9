import type { ProjectFields } from '@/api/types'
import { type Content, fieldsOf } from './content'

/** What is saved, refused and disputed as one: fields that mean nothing apart, such as the two ends of a range. */
const fieldsOfParts = {
  title: ['title'],
  summary: ['summary'],
  theme: ['theme'],
  narratives: ['narratives'],
  visibility: ['visibility'],
  problem: ['problem'],
  solution: ['solution'],
  implementation: ['implementation'],
  fit: ['fit'],
  research: ['research'],
  deliverables: ['deliverables'],
  links: ['links'],
  goal: ['goal', 'goal_low', 'goal_high'],
  minimum_pledge: ['minimum_pledge'],
  mode: ['mode'],
  pledge_by: ['pledge_by'],
  time_zone: ['time_zone'],
  capacity_hours: ['capacity_hours'],
} as const satisfies Record<string, readonly (keyof Content)[]>

export type Part = keyof typeof fieldsOfParts
export const parts = Object.keys(fieldsOfParts) as Part[]

export function fieldsIn(part: Part): readonly (keyof Content)[] {
  return fieldsOfParts[part]
}

/** The part a field of the form or of the API belongs to: "deliverables.0.title" to the deliverables. */
export function partOf(field: string): Part | null {
  const [first = ''] = field.replace(/^\//, '').split(/[./]/)
  return parts.find((part) => (fieldsIn(part) as readonly string[]).includes(first)) ?? null
}

/** One part as it can be compared: the API keeps neither white space around a text nor the order of narratives. */
function comparable(content: Content, part: Part): string {
  return JSON.stringify(
    fieldsIn(part).map((field) => (field === 'narratives' ? content.narratives.toSorted() : content[field])),
    (_, value: unknown) => (typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : value),
  )
}

export const sameIn = (part: Part, left: Content, right: Content) => comparable(left, part) === comparable(right, part)

export const changedParts = (before: Content, after: Content) => parts.filter((part) => !sameIn(part, before, after))

/** `content` with these parts of another. */
export function withParts(content: Content, from: Content, taken: readonly Part[]): Content {
  const fields = taken.flatMap(fieldsIn)
  return { ...content, ...Object.fromEntries(fields.map((field) => [field, from[field]])) }
}

/** The body of a request that saves these parts. */
export function bodyOf(content: Content, changed: readonly Part[]): ProjectFields {
  const all = fieldsOf(content)
  return Object.fromEntries(changed.flatMap(fieldsIn).map((field) => [field, all[field]]))
}
