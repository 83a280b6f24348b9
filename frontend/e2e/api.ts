import { randomUUID } from 'node:crypto'
import { url } from './stage'

type Body = Record<string, unknown>
type Thing = Body & { id: string; slug: string; title: string; version: number }

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ')

/** A project that lacks nothing. */
export const complete = {
  summary: 'Lanterns that tell how far the reef is.',
  theme: 'analytics',
  problem: words(60),
  solution: words(60),
  implementation: words(60),
  fit: words(30),
  research: words(10),
  deliverables: [{ title: 'A lantern', done_when: 'It shines.', hours_low: 20, hours_high: 30 }],
  goal: '10000.00',
  minimum_pledge: '500.00',
  pledge_by: '2030-06-30',
  capacity_hours: 30,
}

/** Somebody who uses the API as programs do: for what a journey needs, or what happens elsewhere while it looks. */
export async function asPerson(email: string) {
  const bearer = await signIn(email) // a session of its own each time: a file of journeys outlives one
  const call = (method: string, path: string, body?: Body, seen?: { version: number }) =>
    send(method, path, body, { ...bearer, ...(seen && { 'If-Match': `"${seen.version}"` }) })

  const me = {
    get: (path: string) => call('GET', path),
    put: (path: string, body: Body) => call('PUT', path, body),
    post: (path: string, body: Body, seen?: Thing) => call('POST', path, body, seen),
    patch: (path: string, body: Body, seen?: Thing) => call('PATCH', path, body, seen),
    draft: (title: string, content: Body = {}) => call('POST', '/projects', { title, ...content }),
    pledge: async (slug: string, organization: string, amount: string, more: Body = {}) => {
      const { terms_version } = await call('GET', `/projects/${slug}`)
      const said = { organization, amount, terms_version, visibility: 'public', ...more }
      return call('POST', `/projects/${slug}/pledges`, said)
    },
    /** An organisation's pledges in a project, by its own list: ended ones and requests too. */
    pledgesOf: async (organization: string, project: string) => {
      const { items } = await call('GET', `/organizations/${organization}/pledges?limit=100`)
      return (items as (Thing & { project: Thing })[]).filter((pledge) => pledge.project.slug === project)
    },
    openProject: async (title: string, content: Body = {}) => {
      const draft = await me.draft(title, { ...complete, ...content })
      return call('POST', `/projects/${draft.slug}/publish`, { as: 'open' }, draft)
    },
    /** Funded by one alone, on whose behalf staff act. */
    fundedProject: async (title: string) => {
      const goal = '600.00' // little, so that no journey uses up the organisation's year
      const { slug } = await me.openProject(title, { goal })
      await me.pledge(slug, 'harbourline-university', goal)
      return call('GET', `/projects/${slug}`)
    },
  }
  return me
}

async function signIn(email: string) {
  const arrival = await fetch(`${url}/dev/sign-in/${encodeURIComponent(email)}`, { redirect: 'manual' })
  const token = new URLSearchParams(new URL(arrival.headers.get('location') ?? '', url).hash.slice(1)).get('token')
  const { access_token } = await send('POST', '/auth/magic-links/redeem', { token })
  return { Authorization: `Bearer ${access_token}` }
}

async function send(method: string, path: string, body?: Body, headers: Record<string, string> = {}): Promise<Thing> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { ...headers, 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
    ...(body && { body: JSON.stringify(body) }),
  })
  const answer = await response.json()
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`)
  return answer
}
