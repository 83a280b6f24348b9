import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'

// The proxy with the configuration of its image, and what it stands before; started by `cargo xtask test`.
const proxy = required('COFUND_PROXY_URL')
const api = required('COFUND_API_URL')
/** The same proxy behind another one on this machine. */
const second = required('COFUND_SECOND_PROXY_URL')
/** The same proxy before an API that is away. */
const alone = required('COFUND_ALONE_URL')
const built = required('COFUND_PAGES')
const publicUrl = required('COFUND_PUBLIC_URL')
/** One of the staff's, to make something happen. */
const token = required('COFUND_TOKEN')
/** Requests a minute that an address has. */
const limit = Number(required('COFUND_LIMIT_ADDRESS'))

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: run this with \`cargo xtask test --only containers\``)
  return value
}

const asset = (ending: string) => `/assets/${readdirSync(`${built}/assets`).find((name) => name.endsWith(ending))}`
const get = (url: string, headers: Record<string, string> = {}) =>
  fetch(url, { headers: { 'accept-encoding': 'identity', ...headers } })

/** What an answer says of itself, without what is each answer's or each server's own. */
function saidBy(response: Response) {
  const own = ['connection', 'content-disposition', 'date', 'etag', 'keep-alive', 'last-modified', 'server', 'vary']
  const headers = [...response.headers].filter(([name]) => !own.includes(name) && name !== 'x-request-id')
  return Object.fromEntries(headers.map(([name, value]) => [name, value.replace('; charset=utf-8', '')]))
}

it('passes on pages as the API fills them in', async () => {
  for (const path of ['/', '/organizations', '/index.html', '/robots.txt', '/docs/']) {
    const [through, direct] = [await get(proxy + path), await get(api + path)]
    expect(through.status, path).toBe(200)
    // Whole, and nothing twice.
    expect(saidBy(through), path).toEqual(saidBy(direct))
    expect(await through.text(), path).toBe(await direct.text())
  }
  const roadmap = await (await get(proxy)).text()
  expect(roadmap).toContain('<title>Roadmap · Cofund</title>')
  expect(roadmap).toContain('id="first-answers">{"/api/v1/projects')
})

it('serves files itself, and says of them what the API says', async () => {
  for (const path of [asset('.js'), asset('.css'), asset('.woff2'), '/favicon.svg', '/first-paint.js', '/share.png']) {
    const [through, direct] = [await get(proxy + path), await get(api + path)]
    expect(await through.bytes(), path).toEqual(await direct.bytes())
    expect(saidBy(through), path).toEqual(saidBy(direct))
    const kept = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    expect(through.headers.get('cache-control'), path).toBe(kept)
  }
  expect((await get(alone + asset('.js'))).status, 'without the API').toBe(200)
})

it('sends compressed what was compressed', async () => {
  const packed = await get(proxy + asset('.js'), { 'accept-encoding': 'gzip' })
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect(packed.headers.get('vary')).toBe('Accept-Encoding')
  expect(await packed.text()).toBe(await (await get(proxy + asset('.js'))).text())
  // The API does so itself, and once.
  const page = await get(proxy, { 'accept-encoding': 'br' })
  expect(page.headers.get('content-encoding')).toBe('br')
  expect(await page.text()).toContain('Roadmap · Cofund')
})

it('answers programs that ask for what is not there like the API', async () => {
  const asked = ['/assets/gone-0a1b2c3d.js', '/.env', '/.git/config', '/assets/.hidden', '/metrics', '/.problem']
  for (const path of asked) {
    const [through, direct] = [await get(proxy + path), await get(`${api}/api/v1/nothing`)]
    expect(through.status, path).toBe(404)
    expect(through.headers.get('content-type'), path).toBe('application/problem+json')
    const { request_id, instance, ...problem } = await through.json()
    expect(problem, path).toEqual(without(await direct.json()))
    expect([instance, request_id], path).toEqual([path, through.headers.get('x-request-id')])
  }
  const posted = await fetch(`${proxy}/favicon.svg`, { method: 'POST', body: 'x' })
  expect([posted.status, posted.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
})

it('refuses bodies that the API would not read', async () => {
  const send = (to: string) =>
    fetch(`${to}/api/v1/auth/magic-links`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: ' '.repeat(256 * 1024 + 1),
    })
  const [through, direct] = [await send(proxy), await send(api)]
  expect([through.status, direct.status]).toEqual([413, 413])
  expect(without(await through.json())).toEqual(without(await direct.json()))
})

function without({ request_id: _, instance: __, ...rest }: Record<string, unknown>) {
  return rest
}

it('passes on events when they come', async () => {
  const { items } = await (await get(`${proxy}/api/v1/projects`)).json()
  const project = `${proxy}/api/v1/projects/${items[0].slug}`
  for (const address of [`${proxy}/api/v1/live`, `${project}/live`]) {
    const stream = await fetch(address, { signal: AbortSignal.timeout(10_000) })
    expect(stream.headers.get('content-type')).toBe('text/event-stream')
    const pieces = (stream.body ?? new ReadableStream<Uint8Array<ArrayBuffer>>()).getReader()
    const first = await pieces.read()
    const posted = await fetch(`${project}/updates`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({ kind: 'news', title: 'Lanterns', body: 'They shine.' }),
    })
    expect(posted.status).toBe(201)
    // After this, nothing comes for 15 seconds: whoever waits for more to pass on is out of time.
    const second = await pieces.read()
    expect(new TextDecoder().decode(first.value)).toMatch(/^retry: /)
    expect(new TextDecoder().decode(second.value)).toContain('event: project')
    await pieces.cancel()
  }
})

it('lets nobody claim another address', async () => {
  expect(await leftAfterTen(proxy, (turn) => `198.51.100.${turn}`)).toBeLessThan(limit - 5)
})

it('believes the proxy before it, and nobody before that', async () => {
  expect(await leftAfterTen(second, (turn) => `203.0.113.${turn}`)).toBe(limit - 1)
  expect(await leftAfterTen(second, (turn) => `203.0.113.${turn}, 198.51.100.200`)).toBeLessThan(limit - 5)
})

/** How many requests an address has left when the last of ten is answered. */
async function leftAfterTen(at: string, forwarded: (turn: number) => string): Promise<number> {
  let left = ''
  for (let turn = 1; turn <= 10; turn++) {
    const answer = await get(`${at}/api/v1/tiers`, { 'x-forwarded-for': forwarded(turn), forwarded: 'for=192.0.2.1' })
    left = answer.headers.get('ratelimit') ?? ''
  }
  return Number(/"address";r=(\d+)/.exec(left)?.[1])
}

it('gives a request one id, the caller’s own if it is one', async () => {
  for (const path of ['/favicon.svg', '/api/v1/tiers', '/']) {
    const named = await get(proxy + path, { 'x-request-id': 'reef-2031.7' })
    expect(named.headers.get('x-request-id'), path).toBe('reef-2031.7')
    const nameless = await get(proxy + path, { 'x-request-id': '<b>"' })
    expect(nameless.headers.get('x-request-id'), path).toMatch(/^[0-9a-f]{32}$/)
  }
})

it('passes on paths as they were written', async () => {
  const { instance } = await (await get(`${proxy}/api/v1/projects/a%2Fb%20c`)).json()
  expect(instance).toBe('/api/v1/projects/a%2Fb%20c')
})

it('says so when the API is away: to people with the pages, to programs with a problem', async () => {
  const page = await get(`${alone}/projects/anything`)
  expect([page.status, page.headers.get('retry-after'), page.headers.get('cache-control')]).toEqual([
    503,
    '5',
    'no-store',
  ])
  expect(await page.text()).toContain('<div id="root">')
  expect(page.headers.get('content-security-policy')).toBe((await get(api)).headers.get('content-security-policy'))

  const answer = await get(`${alone}/api/v1/projects?q=secret`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'application/problem+json'])
  const explained = await get(`${api}/problems/unavailable`)
  const { title, detail, ...problem } = await answer.json()
  expect(problem).toEqual({
    type: `${publicUrl}/problems/unavailable`,
    status: 503,
    instance: '/api/v1/projects',
    code: 'unavailable',
    request_id: answer.headers.get('x-request-id'),
    errors: [],
  })
  const words = await explained.text()
  expect([words.includes(title), words.includes(detail)]).toEqual([true, true])
})
