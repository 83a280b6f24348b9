import type { Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { asPerson } from './api'
import { look, lookEveryWay } from './look'
import { fresh, signedInAs, visitor } from './stage'

// Its page is long: three pictures and three looks by axe take a while on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const slug = 'lessons-that-travel'
/** A stream says news at most once a second, and a machine may be busy. */
const patience = { timeout: 15_000 }

const figure = (page: Page) => page.getByRole('region', { name: 'Funding' }).locator('data').first()

it('moves in every window when somebody pledges, and says so once', async () => {
  const [one, other] = [await visitor(), await visitor({ dark: true, narrow: true })]
  for (const page of [one, other]) {
    await page.goto(`/projects/${slug}`)
    await figure(page).waitFor()
  }
  const before = await figure(one).getAttribute('value')

  const lead = await asPerson('ravi@basalt.example')
  const pledge = await lead.pledge(slug, 'basalt-geophysics-consortium', '2500.00')
  for (const page of [one, other]) {
    await expect.poll(() => figure(page).getAttribute('value'), patience).not.toBe(before)
    await page.getByRole('link', { name: 'Basalt Geophysics Consortium' }).first().waitFor()
  }
  expect(await figure(one).getAttribute('value')).toBe(await figure(other).getAttribute('value'))
  await one.getByRole('status').filter({ hasText: 'Lessons that travel' }).waitFor({ state: 'attached' })
  await look(one, 'project-live-light')
  await look(other, 'project-live-dark-320')

  await lead.post(`/pledges/${pledge.id}/withdraw`, { reason: 'Journey' }, pledge)
  for (const page of [one, other]) await expect.poll(() => figure(page).getAttribute('value'), patience).toBe(before)
})

it('gathers support with a sentence, and lets go of it', async () => {
  const reader = await visitor()
  await reader.goto('/projects/hubs-that-sleep')
  await reader.getByRole('link', { name: 'Sign in to support it' }).waitFor()

  const lead = await signedInAs('sif@lichen.example')
  await lead.goto('/projects/hubs-that-sleep')
  await lead.getByRole('button', { name: 'Support it…' }).click()
  const dialog = lead.getByRole('dialog', { name: 'Support this project' })
  await lookEveryWay(lead, 'project-support')
  const sentence = fresh('Our winter is long and our hub sleeps through it')
  await dialog.getByLabel('Test it').check()
  await dialog.getByLabel('A sentence on what it would change for you').fill(sentence)
  await dialog.getByLabel('Everybody may read this sentence.').check()
  await dialog.getByLabel('Our community would use the result.').check()
  await dialog.getByRole('button', { name: 'Give the support' }).click()
  await dialog.waitFor({ state: 'detached' })
  await reader.reload()
  await reader.getByText(sentence).waitFor()
  await reader.getByText(/communit(y|ies) would use the result/).waitFor()
  await lookEveryWay(reader, 'project-supported')

  await lead.getByRole('button', { name: 'Support it…' }).click()
  await dialog.getByLabel('Test it').check()
  await dialog.getByRole('button', { name: 'Give the support' }).click()
  await dialog.getByText('Your organisation supports this project in this way already.').waitFor()
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  await lead.getByRole('button', { name: 'Withdraw the support of Northern Lichen Observatory' }).click()
  await lead.getByRole('button', { name: 'Withdraw the support', exact: true }).click()
  await lead.getByText(sentence).waitFor({ state: 'detached' })
})

it('shows what staff tell, the newest first', async () => {
  const staff = await asPerson('ivo@cofund.example')
  const title = fresh('The queue, with two pretend communities')
  const told = { kind: 'demo', title, body: 'A class of twenty arrives, and **nobody** loses work.' }
  await staff.post('/projects/restarts-that-explain-themselves/updates', told)
  const page = await visitor()
  await page.goto('/projects/restarts-that-explain-themselves')
  const first = page.getByRole('region', { name: 'Updates' }).getByRole('listitem').first()
  await first.getByRole('heading', { name: title }).waitFor()
  expect(await first.innerText()).toContain('Demo')
  expect(await first.locator('strong').innerText()).toBe('nobody')
  await lookEveryWay(page, 'project-updates')
})

it('follows, stops following, shares and cites', async () => {
  const page = await signedInAs('lucia@cloudberry.example')
  await page.goto('/projects/hubs-that-sleep')
  await page.getByRole('button', { name: 'Follow', exact: true }).click()
  await page.getByText('1 person follows it').waitFor()
  await page.getByRole('button', { name: 'Stop following' }).click()
  await page.getByRole('button', { name: 'Follow', exact: true }).waitFor()

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy link' }).click()
  await page.getByText('Copied').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/projects\/hubs-that-sleep$/)
  await page.getByText('Cite it').click()
  await page.getByText(/^2i2c \(2026\)\. Hubs that sleep when nobody is there\. Cofund/).waitFor()
  await look(page, 'project-cite')
})
