import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { lookEveryWay } from './look'
import { signedInAs, visitor } from './stage'

const patient = { timeout: 180_000 }
const tidewater = '/organizations/tidewater-ocean-data-commons'
const harbourline = '/organizations/harbourline-university'

it('shows what an organisation funds to everybody, and its own pages to nobody else', patient, async () => {
  const page = await visitor()
  await page.goto(tidewater)
  await page.getByRole('heading', { name: 'What it funds' }).waitFor()
  await page.getByRole('link', { name: 'Group folders that follow group membership' }).waitFor()
  expect(await page.getByRole('heading', { name: 'What waits for you' }).count()).toBe(0)
  expect(await page.getByRole('link', { name: 'Budget' }).count()).toBe(0)
  await lookEveryWay(page, 'organization-public')

  const stranger = await signedInAs('nadia@cassava.example')
  await stranger.goto(`${tidewater}/budget`)
  await stranger.getByRole('heading', { name: /This is not open to you|There is nothing here/ }).waitFor()
})

it('lists pledges by rung, filters them and hands them over as a file', patient, async () => {
  const page = await signedInAs('maren@tidewater.example')
  await page.goto(`${tidewater}/pledges`)
  await page.getByRole('heading', { name: 'Where your pledges stand' }).waitFor()
  await lookEveryWay(page, 'organization-pledges')

  await page.getByLabel('Search').fill('released')
  await page.getByText('1 of').waitFor()
  expect(new URL(page.url()).searchParams.get('q')).toBe('released')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('pledges.csv')
  const rows = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(rows).toHaveLength(2)
  expect(rows[1]).toContain('2500.00')
})

it('shows the year, and what it could still complete, to those who may pledge', patient, async () => {
  const page = await signedInAs('della@harbourline.example')
  await page.goto(`${harbourline}/budget`)
  await page.getByRole('heading', { name: /^What US\$.* could complete before 30 June/ }).waitFor()
  const within = page.getByRole('list', { name: 'Projects within reach' })
  await within
    .getByRole('link', { name: /^Pledge to/ })
    .first()
    .waitFor()
  await lookEveryWay(page, 'organization-budget')
  await page.goto('/projects/fair-queue-for-scarce-processors/pledge')
  await page.getByRole('heading', { name: 'How much' }).waitFor()
  await page.getByRole('button', { name: /would cover it/ }).click()
  await page.getByText(/that waited .* would count/).waitFor()
  await lookEveryWay(page, 'pledge-tipping')

  await page.goto(`${harbourline}/budget`)
  await page.getByRole('combobox', { name: 'Fiscal year' }).selectOption('FY26')
  await page.waitForURL('**/budget?year=FY26')
  await page.getByRole('heading', { name: 'What FY26 bears' }).waitFor()
})

it('lets finance read all of it, and promise none', patient, async () => {
  const page = await signedInAs('priya@tidewater.example')
  await page.goto(`${tidewater}/pledges`)
  await page.getByRole('link', { name: 'A fair queue for scarce processors' }).click()
  await page.getByText('Your role in this organisation commits no money.').waitFor()
  expect(await page.getByRole('button', { name: /Withdraw|Approve/ }).count()).toBe(0)
  await page.goto('/projects/reports-that-watch-nobody/pledge')
  await page.getByText('The project does not take this now.').or(page.getByText('commits no money')).waitFor()
})
