import type { Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { look, lookEveryWay } from './look'
import { visitor } from './stage'

// Its page is long: three pictures and three looks by axe take a while on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const slug = 'restarts-that-explain-themselves'
const file = `**/api/v1/projects/${slug}/ledger.jsonl`

async function atLedger(): Promise<Page> {
  const page = await visitor()
  await page.goto(`/projects/${slug}`)
  await page.getByRole('heading', { name: 'Ledger' }).waitFor()
  return page
}

const verify = (page: Page) => page.getByRole('button', { name: 'Verify in this browser' }).click()

/** Serves the ledger with its lines changed on the way, as a server that lies would. */
async function lying(page: Page, change: (lines: string[]) => string[]) {
  await page.route(file, async (route) => {
    const honest = await (await route.fetch()).text()
    await route.fulfill({ contentType: 'application/x-ndjson', body: change(honest.trimEnd().split('\n')).join('\n') })
  })
}

it('recomputes every hash in the browser, and finds what somebody kept', async () => {
  const page = await atLedger()
  await verify(page)
  await page.getByText(/^All \d+ lines were recomputed here just now, and hold together\./).waitFor()
  await page.getByText('It is the head that this page shows.').waitFor()
  await page.getByText('Its last line comes to the amounts above.').waitFor()
  await lookEveryWay(page, 'project-ledger-verified')

  const lines = (await (await page.request.get(`/api/v1/projects/${slug}/ledger.jsonl`)).text()).split('\n')
  const kept = JSON.parse(lines[2] ?? '') as { seq: number; hash: string }
  await page.getByText('I kept a receipt').click()
  const field = page.getByLabel('Line and hash from a receipt or letter')
  await field.fill(kept.hash.slice(1))
  await page.getByText('A hash has 64 characters').waitFor()
  await field.fill(`${kept.seq} ${kept.hash}`)
  await verify(page)
  await page.getByText('The hash you kept stands where it stood').waitFor()
  await field.fill(`${kept.seq + 1} ${kept.hash}`)
  await verify(page)
  await page.getByText('The hash you kept is not there.').waitFor()
  await look(page, 'project-ledger-not-kept')
})

const lies: [name: string, change: (lines: string[]) => string[], finding: string][] = [
  [
    'a changed amount',
    (lines) => lines.with(1, (lines[1] ?? '').replace('20000.00', '21000.00')),
    'Line 2 was changed',
  ],
  ['a removed line', (lines) => lines.toSpliced(2, 1), 'Line 3 does not follow the one before it'],
  ['lines that changed places', ([a = '', b = '', c = '', ...rest]) => [a, c, b, ...rest], 'Line 2 does not follow'],
  ['a broken download', (lines) => lines.with(-1, lines.at(-1)?.slice(0, 90) ?? ''), 'is not whole'],
  ['lines that are kept back', (lines) => lines.slice(0, -2), 'This page shows another head.'],
]
for (const [name, change, finding] of lies) {
  it(`finds ${name}`, async () => {
    const page = await atLedger()
    await lying(page, change)
    await verify(page)
    await page.getByText(finding).waitFor()
    if (name === 'a changed amount') await lookEveryWay(page, 'project-ledger-broken')
  })
}

it('shows all lines and gives them away', async () => {
  const page = await atLedger()
  const table = page.getByRole('table', { name: 'Lines of the ledger' })
  const some = await table.getByRole('row').count()
  await page.getByRole('button', { name: /^All \d+ lines$/ }).click()
  expect(await table.getByRole('row').count()).toBeGreaterThan(some)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download as JSON lines' }).click()
  expect((await download).suggestedFilename()).toBe(`${slug}.jsonl`)
})
