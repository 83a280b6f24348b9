import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { asPerson } from './api'
import { withoutFirstAnswers } from './first-answers'
import { look, lookEveryWay } from './look'
import { url, visitor } from './stage'

const column = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) })
const card = (page: Page, title: string) => page.getByRole('article').filter({ hasText: title })
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent)

it('shows four columns, the network’s totals, and how sharing works', async () => {
  const page = await visitor()
  await page.goto('/')
  await column(page, 'Candidate').getByRole('article').first().waitFor()
  expect(await column(page, 'Candidate').getByRole('article').count()).toBe(5)
  for (const name of ['Upcoming', 'In flight', 'Done']) {
    // What stands below the first screen of a phone is drawn a moment later.
    await column(page, name).getByRole('article').first().waitFor()
    expect(await column(page, name).getByRole('article').count(), name).toBe(1)
  }
  const bar = card(page, 'A fair queue for scarce processors').getByRole('img')
  expect((await bar.getAttribute('aria-label'))?.replaceAll('\u00a0', ' ')).toBe(
    'Of US$ 98,000: 43,000 pledged, 50,000 waiting for a condition, 5,000 still to go',
  )
  expect(await card(page, 'Restarts that explain').innerText()).toMatch(/US\$\s8,000 gap/)
  const stats = (await (await fetch(`${url}/api/v1/stats`)).json()) as { totals: { pledged: string } }
  expect(await page.locator(`main data[value="${stats.totals.pledged}"]`).count()).toBeGreaterThan(0)
  await page.getByRole('heading', { name: 'How a shared item gets cheaper for everyone' }).waitFor()
  await page.getByText('One more joins, the level falls.').waitFor()
  await lookEveryWay(page, 'roadmap')
})

it('keeps search, filters and order in the address, and gives each of them back', async () => {
  const page = await visitor()
  await page.goto('/')
  await page.getByText('8 items').waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('lessons')
  await page.getByText('1 of 8 items').waitFor()
  await expect.poll(() => new URL(page.url()).search).toBe('?q=lessons')
  await column(page, 'Done').getByText('Nothing here fits the filters.').waitFor()
  await lookEveryWay(page, 'roadmap-filtered')
  await page.reload()
  await page.getByText('1 of 8 items').waitFor()
  expect(await page.getByLabel('Search').inputValue()).toBe('lessons')
  await page.getByRole('button', { name: 'Remove the filter “lessons”' }).click()
  await page.getByText('8 items').waitFor()

  await page.getByLabel('Theme').selectOption('Analytics')
  await page.getByText('1 of 8 items').waitFor()
  await page.getByLabel('Theme').selectOption('All themes')
  await page.getByLabel('Story').selectOption('From classroom to field station')
  await expect.poll(() => page.url()).toContain('narrative=from-classroom-to-field-station')
  await page.getByLabel('Story').selectOption('All stories')
  await page.getByLabel('Funding').selectOption('Closed')
  await card(page, 'Paste').waitFor()
  expect(await page.getByRole('article').count()).toBe(1)
  await lookEveryWay(page, 'roadmap-closed')
  await page.getByLabel('Funding').selectOption('All but closed')

  const first = column(page, 'Candidate').getByRole('heading', { level: 3 }).first()
  expect(await first.innerText()).toBe('The same hub on any cloud')
  await page.getByLabel('Sort').selectOption('Newest')
  await expect.poll(() => first.innerText()).not.toBe('The same hub on any cloud')
  expect(new URL(page.url()).search).toBe('?sort=newest')
})

it('leads the keyboard through the cards, column by column and across', async () => {
  const page = await visitor()
  await page.goto('/')
  await page.getByText('8 items').waitFor()
  await page.getByRole('link', { name: 'All as CSV' }).focus()
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('The same hub on any cloud')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('A fair queue for scarce processors')
  await look(page, 'roadmap-focus')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowRight')
  expect(await focused(page)).toBe('Cite a dataset from the notebook that used it')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  expect(await focused(page)).toBe('Group folders that follow group membership')
  await page.keyboard.press('ArrowLeft')
  expect(await focused(page)).toBe('Restarts that explain themselves')
})

it('changes while one looks, and says so once', async () => {
  const page = await visitor()
  const live = page.waitForResponse('**/api/v1/live')
  await page.goto('/')
  const lessons = card(page, 'Lessons that travel between hubs')
  await lessons.getByText('US$ 13,000 to go').waitFor()
  await live

  const elsewhere = await asPerson('ravi@basalt.example')
  const placed = await elsewhere.pledge('lessons-that-travel', 'basalt-geophysics-consortium', '1500.00')
  await lessons.getByText('US$ 11,500 to go').waitFor()
  await page
    .getByRole('status')
    .getByText(/^Lessons that travel between hubs: US\$\s11,500 to go$/)
    .waitFor()
  await elsewhere.post(`/pledges/${placed.id}/withdraw`, { reason: 'It moved.' }, placed)
  await lessons.getByText('US$ 13,000 to go').waitFor()
})

it('stands as soon as the page is there: what it shows first came with it', async () => {
  const page = await visitor()
  await page.route('**/api/**', (route) => route.abort())
  await page.goto('/')
  await page.getByText('8 items').waitFor()
  await page.goto('/projects/lessons-that-travel')
  await page.getByRole('heading', { name: 'Lessons that travel between hubs' }).waitFor()
  await page.getByRole('heading', { name: 'Who is in' }).waitFor()
  expect(await page.locator('meta[property="og:title"]').getAttribute('content')).toBe(
    'Lessons that travel between hubs · Cofund',
  )
})

it('has the board’s shape while it waits, and words when nothing comes', async () => {
  const page = await visitor()
  let go = () => {}
  const held = new Promise<void>((resolve) => {
    go = resolve
  })
  await withoutFirstAnswers(page)
  await page.route(/\/api\/v1\/(projects|stats)/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/')
  await page.getByText('Loading…').waitFor({ state: 'attached' })
  await page.getByRole('heading', { name: 'Communities pay for the 2i2c roadmap together.' }).waitFor()
  await look(page, 'roadmap-loading')
  const before = await page.getByLabel('Search').boundingBox()
  go()
  await page.getByText('8 items').waitFor()
  expect(await page.getByLabel('Search').boundingBox(), 'nothing shifts').toEqual(before)

  await page.route('**/api/**', (route) => route.abort())
  await page.reload()
  await page.getByRole('heading', { name: 'No connection to Cofund' }).waitFor()
  await page.unroute('**/api/**')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('8 items').waitFor()
})

it('explains membership, with the tiers as staff keep them', async () => {
  const page = await visitor()
  await page.goto('/')
  await page.getByRole('link', { name: 'How co-funding works' }).click()
  await page.getByRole('heading', { name: 'What one community cannot pay for, several can' }).waitFor()
  const { items } = (await (await fetch(`${url}/api/v1/tiers`)).json()) as { items: { name: string }[] }
  for (const { name } of items) await page.getByRole('heading', { name, exact: true }).waitFor()
  expect(await page.getByRole('link', { name: 'Write to us' }).getAttribute('href')).toMatch(/^mailto:/)
  await lookEveryWay(page, 'membership')
})

it('shows what came of it, as pictures, tables and files', async () => {
  const page = await visitor()
  await page.goto('/')
  await page.getByRole('link', { name: 'Impact' }).click()
  await page.getByRole('heading', { name: 'What came of it' }).waitFor()
  await page.getByText(/^Paid for by/).waitFor()
  await lookEveryWay(page, 'impact')

  const byTheme = page.getByRole('region', { name: 'By theme' })
  await byTheme.getByText('The same as a table').click()
  await look(page, 'impact-table')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    byTheme.getByRole('button', { name: 'Export CSV' }).click(),
  ])
  const rows = (await readFile(await download.path(), 'utf8')).trim().split('\r\n').slice(1)
  const stats = (await (await fetch(`${url}/api/v1/stats`)).json()) as { themes: { pledged: string }[] }
  expect(rows.map((row) => row.split(',').at(-3))).toEqual(stats.themes.map(({ pledged }) => pledged))

  await byTheme.getByRole('link', { name: 'Analytics' }).click()
  await page.getByText('1 of 8 items').waitFor()
})
