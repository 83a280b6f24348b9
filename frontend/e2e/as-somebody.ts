import type { Page } from 'playwright-core'

type Answer<Body> = { status: number; body: Body }

/** Asks the API on behalf of who is signed in on a page, for what happens elsewhere while another page is looked at. */
export async function ask<Body>(
  page: Page,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<Body>> {
  return page.evaluate(
    async ([method, path, body, headers]) => {
      const renewed = await fetch('/api/v1/auth/refresh', { method: 'POST' })
      const { access_token } = await renewed.json()
      const answer = await fetch(`/api/v1${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${access_token}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': crypto.randomUUID(),
          ...headers,
        },
        ...(body && { body }),
      })
      return { status: answer.status, body: await answer.json().catch(() => null) }
    },
    [method, path, body ? JSON.stringify(body) : '', headers] as const,
  )
}
