/** Projects and pledges that a journey needs before it begins, made over the API as their owners would. */
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { fresh, signedInAs, url } from './stage'

type Body = Record<string, unknown>
type Answer = { slug: string; title: string; id: string; version: number; status: string; terms_version: string }

/** What a signed-in page authorises itself with, to ask the API the same as that person. */
async function bearerOf(page: Page): Promise<string> {
  const [request] = await Promise.all([
    page.waitForRequest((one) => one.headers().authorization?.startsWith('Bearer ') ?? false),
    page.goto('/account'),
  ])
  return request.headers().authorization ?? ''
}

const bearers = new Map<string, Promise<string>>()

/** Asks as somebody; one sign-in for each person and run. */
export async function ask(email: string, method: string, path: string, body?: Body, version?: number): Promise<Answer> {
  const bearer = bearers.get(email) ?? signedInAs(email).then(bearerOf)
  bearers.set(email, bearer)
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      Authorization: await bearer,
      'Content-Type': 'application/json',
      'Idempotency-Key': randomUUID(),
      ...(version && { 'If-Match': `"${version}"` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`)
  return answer.json() as Promise<Answer>
}

const staff = 'runa@cofund.example'

/** An open project of its own for each journey, so that none depends on what another did. */
export async function openProject(mode: 'fixed' | 'shared', goal: string, minimum_pledge = '500.00') {
  const model = (await (await fetch(`${url}/api/v1/projects/lessons-that-travel`)).json()) as Record<string, unknown>
  const { summary, problem, solution, implementation, fit, research, deliverables, links, theme } = model
  const soon = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)
  const draft = await ask(staff, 'POST', '/projects', {
    ...{ summary, problem, solution, implementation, fit, research, deliverables, links },
    ...{
      title: `Tide tables ${fresh('n')}`,
      theme: (theme as { slug: string }).slug,
      visibility: 'user_visible',
      capacity_hours: 100,
    },
    ...{ mode, goal, minimum_pledge, pledge_by: soon, time_zone: 'UTC' },
  })
  return ask(staff, 'POST', `/projects/${draft.slug}/publish`, { as: 'open' }, draft.version)
}

/** Somebody else pledges, without a page. */
export function pledgeAs(email: string, project: Answer, organization: string, said: Body) {
  return ask(email, 'POST', `/projects/${project.slug}/pledges`, {
    ...{ organization, visibility: 'public', terms_version: project.terms_version },
    ...said,
  })
}

/** How many pledges an organisation has in a project, by its own list: ended ones and requests too. */
export async function pledgesOf(email: string, organization: string, project: string): Promise<Answer[]> {
  const { items } = (await ask(email, 'GET', `/organizations/${organization}/pledges?limit=100`)) as unknown as {
    items: (Answer & { project: { slug: string } })[]
  }
  return items.filter((pledge) => pledge.project.slug === project)
}
