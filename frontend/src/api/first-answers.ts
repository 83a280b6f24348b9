/**
 * What the page shows first came with it: the server asked its own API on behalf of somebody who is not signed in, and
 * wrote the answers, by their addresses, into the page (api: `features/pages`).
 */
export const elementId = 'first-answers'

let answers: Map<string, unknown> | undefined
const used = new Set<string>()

function read(): Map<string, unknown> {
  const text = document.getElementById(elementId)?.textContent
  return new Map(text ? Object.entries(JSON.parse(text) as Record<string, unknown>) : [])
}

/** Each serves once: whoever asks again wants to know what it is by now. */
export function firstAnswer(request: Request): Response | undefined {
  if (request.method !== 'GET') return undefined
  answers ??= read()
  const { pathname, search } = new URL(request.url)
  const answer = answers.get(pathname + search)
  if (answer === undefined) return undefined
  answers.delete(pathname + search)
  used.add(pathname)
  return Response.json(answer)
}

/**
 * Whether what stands at an address came with the page: then it is as old as the page, older than what streams tell
 * next. Said once; what is read later is new.
 */
export const cameWithPage = (path: string) => used.delete(path)

/** Reads the page again, as after a load. */
export function forgetFirstAnswers() {
  answers = undefined
  used.clear()
}
