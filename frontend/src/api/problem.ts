import type { FieldProblem, Permission, Problem, ProblemCode } from './types'

/** What can go wrong beyond what the API says: nothing came back at all. */
export type ErrorCode = ProblemCode | 'no_answer'

/** A call that failed, as one type: the API's problem, or the absence of any answer. */
export class ApiError extends Error {
  override readonly name = 'ApiError'

  constructor(
    readonly code: ErrorCode,
    readonly status: number,
    readonly requestId: string | null = null,
    readonly fields: readonly FieldProblem[] = [],
    /** The whole problem, for the numbers some codes carry (`remaining`, `minimum`, …). */
    readonly problem: Problem | null = null,
  ) {
    super(code)
  }

  /** Whether the API may have acted although we do not know: only then is the same attempt worth repeating. */
  get unsettled(): boolean {
    return this.status === 0 || this.status >= 500 || this.code === 'idempotency_in_flight'
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
}

/** Reads a non-2xx answer. A proxy in between may answer with something that is no problem document. */
export function toApiError(response: Response, body: unknown): ApiError {
  if (isProblem(body)) return new ApiError(body.code, response.status, body.request_id, body.errors ?? [], body)
  const code = response.status === 404 ? 'not_found' : response.status < 500 ? 'internal' : 'unavailable'
  return new ApiError(code, response.status, response.headers.get('X-Request-Id'))
}

/** A call that is on its way, as the client makes it. */
export type Call<Data> = Promise<{ data?: Data; error?: unknown; response: Response }>

/** The data of a call, or an `ApiError`. Every query and every action goes through here. */
export async function answer<Data>(call: Call<Data>): Promise<Exclude<Data, undefined>> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    if (cause instanceof ApiError || (cause instanceof DOMException && cause.name === 'AbortError')) throw cause
    throw new ApiError('no_answer', 0)
  })
  if (!response.ok) throw toApiError(response, error)
  return data as Exclude<Data, undefined>
}

/** What the API would answer to an action that its `can` refuses, for pages that need not ask to know. */
export function refusal({ code }: Permission): ApiError {
  return new ApiError(code ?? 'not_found', 403)
}
