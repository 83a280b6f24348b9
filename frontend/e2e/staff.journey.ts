import { expect, it } from 'vitest'
import { look, lookEveryWay } from './look'
import { fresh, signedInAs } from './stage'

const admin = 'runa@cofund.example'

it('makes an organisation, adds its lead at once, and finds both again', async () => {
  const page = await signedInAs(admin)
  await page.goto('/staff/organizations')
  await page.getByRole('heading', { name: 'Organisations' }).waitFor()
  await lookEveryWay(page, 'staff-organizations')

  const name = `Lantern Reef Institute ${fresh('n')}`
  await page.getByRole('button', { name: 'New organisation…' }).click()
  await look(page, 'staff-new-organization')
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Membership begins').fill('2026-01-01')
  await page.getByRole('button', { name: 'Create the organisation' }).click()
  await page.getByRole('heading', { name }).waitFor()
  await page.getByText('Nobody yet').waitFor()

  const email = `${fresh('lead')}@lantern.example`
  await page.getByRole('button', { name: 'Add at once…' }).click()
  const add = page.getByRole('dialog', { name: 'Add somebody at once' })
  await add.getByLabel('Email address').fill(email)
  await add.getByLabel('Name').fill('Yusra Lindholm')
  await add.getByRole('button', { name: 'Add them' }).click()
  await page.getByRole('row', { name: email }).waitFor()

  await page.goto('/staff/organizations')
  await page.getByLabel('Search').fill(name)
  await page.getByRole('link', { name }).waitFor()
  expect(new URL(page.url()).searchParams.get('q')).toBe(name)
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('funder')
  await page.getByText('No organisation fits').waitFor()
  await look(page, 'staff-organizations-empty')
})

it('exports the table as it is shown', async () => {
  const page = await signedInAs(admin)
  await page.goto('/staff/organizations?kind=funder')
  await page.getByRole('link', { name: 'Quillfeather Foundation' }).waitFor()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('organisations.csv')
})

it('makes a person, makes them staff, and disables the account', async () => {
  const page = await signedInAs(admin)
  await page.goto('/staff/people')
  await lookEveryWay(page, 'staff-people')

  const email = `${fresh('juno')}@cofund.example`
  await page.getByRole('button', { name: 'New person…' }).click()
  await look(page, 'staff-new-person')
  await page.getByLabel('Name').fill('Juno Castell')
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('button', { name: 'Create the account' }).click()
  await page.getByRole('heading', { name: 'Juno Castell' }).waitFor()
  await lookEveryWay(page, 'staff-person')

  await page.getByRole('button', { name: 'Make staff…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Make staff' }).click()
  await page.getByText('The rights are changed.').waitFor()

  const juno = await signedInAs(email)
  await juno.goto('/staff/people')
  await juno.getByRole('heading', { name: 'People' }).waitFor()

  await page.getByRole('button', { name: 'Disable…' }).click()
  await look(page, 'staff-disable')
  await page.getByRole('button', { name: 'Disable the account' }).click()
  await page.getByText('Disabled since').waitFor()
  await juno.goto('/staff/people')
  await juno.waitForURL('**/sign-in?return_to=**')
})

it('makes a tier, changes its price and archives it', async () => {
  const page = await signedInAs(admin)
  await page.goto('/staff/tiers')
  await lookEveryWay(page, 'staff-tiers')

  const name = fresh('Harbour')
  await page.getByRole('button', { name: 'New tier…' }).click()
  await lookEveryWay(page, 'staff-new-tier')
  await page.getByLabel('Name').fill(name)
  await page.getByRole('textbox', { name: 'Price a year' }).fill('7500')
  await page.getByLabel('For whom').fill('Communities that share one hub.')
  await page.getByLabel('What it offers').fill('A hub\nSupport by mail')
  await page.getByRole('button', { name: 'Save the tier' }).click()
  const row = page.getByRole('row', { name })
  await row.waitFor()
  expect(await row.innerText()).toContain('7,500')

  await row.getByRole('button', { name: `Edit ${name}` }).click()
  await page.getByRole('textbox', { name: 'Price a year' }).fill('8000.50')
  await page.getByRole('button', { name: 'Save the tier' }).click()
  await expect.poll(() => row.innerText()).toContain('8,000.50')

  await row.getByRole('button', { name: `Archive ${name}` }).click()
  await page.getByRole('button', { name: 'Archive the tier' }).click()
  await row.getByText('archived').waitFor()
})

it('shows the queue and the audit log to whom they concern', async () => {
  const page = await signedInAs(admin)
  await page.goto('/staff/queue')
  await page.getByRole('heading', { name: 'Queue' }).waitFor()
  await lookEveryWay(page, 'staff-queue')

  await page.goto('/staff/audit')
  await page.getByRole('row').nth(1).waitFor()
  await page.getByText('Show', { exact: true }).first().click()
  await lookEveryWay(page, 'staff-audit')
  await page.getByLabel('Action').fill('nothing_of_that_name')
  await page.getByText('Nothing fits').waitFor()

  const staff = await signedInAs('ivo@cofund.example')
  await staff.goto('/staff/audit')
  await staff.getByRole('heading', { name: 'This is not open to you' }).waitFor()
})
