import { ApiError, type ErrorCode } from '@/api/problem'
import type { FieldCode } from '@/api/types'
import type { Content } from '../content/content'
import { type Part, partOf, sameIn } from '../content/parts'

/** What the API objects to, and what stood there then: once it is written differently, it is sent again. */
export type Refusal = { field: string; part: Part; code: FieldCode | ErrorCode; content: Content }

const fieldName = (pointer: string) => pointer.replace(/^\//, '').replaceAll('/', '.')

/** The refusals in an answer, or `null` where it is about more than some fields. */
export function refusalsIn(error: unknown, content: Content): Refusal[] | null {
  if (!(error instanceof ApiError)) return null
  const fields = fieldsNamedBy(error)
  const refusals = fields.flatMap(({ field, code }) => {
    const part = partOf(field)
    return part ? [{ field, part, code, content }] : []
  })
  return fields.length > 0 && refusals.length === fields.length ? refusals : null
}

function fieldsNamedBy(error: ApiError): { field: string; code: FieldCode | ErrorCode }[] {
  const { code, fields, problem } = error
  if (fields.length > 0) return fields.map((one) => ({ field: fieldName(one.pointer), code: one.code }))
  if (code === 'goal_below_pledged') return [{ field: 'goal', code }]
  // Which of the money's terms pledges stand on, the API alone knows.
  if (code === 'frozen_by_pledges' && problem && 'fields' in problem && Array.isArray(problem.fields)) {
    return problem.fields.map((field) => ({ field: String(field), code }))
  }
  return []
}

/** Those that still hold: what they were about stands as it was refused. */
export const standing = (refusals: readonly Refusal[], content: Content) =>
  refusals.filter((refusal) => sameIn(refusal.part, refusal.content, content))
