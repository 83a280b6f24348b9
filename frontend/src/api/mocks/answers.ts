import { HttpResponse } from 'msw'
import type { FieldProblem, ProblemCode } from '../types'

export const base = '/api/v1'

/** A problem document as the API writes it. */
export function problem(status: number, code: ProblemCode, errors: FieldProblem[] = []) {
  return HttpResponse.json(
    { type: `/problems/${code}`, title: code, status, code, request_id: 'mock-request', errors },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  )
}

export const list = <Item>(items: readonly Item[]) => HttpResponse.json({ items, next_cursor: null })
export const done = () => new HttpResponse(null, { status: 204 })
