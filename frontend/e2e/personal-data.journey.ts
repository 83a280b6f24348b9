import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { asPerson } from './api'
import { look, lookEveryWay } from './look'
import { fresh, signedInAs } from './stage'

const staff = 'ivo@cofund.example'

/** Somebody with an account and nothing else. */
async function somebody(name: string) {
  const email = `${fresh('wren')}@lantern.example`
  const { id } = await (await asPerson(staff)).post('/admin/users', { email, name })
  return { email, id }
}

it('takes everything along, and is forgotten', async () => {
  const { email } = await somebody('Wren Okafor')
  const page = await signedInAs(email)
  await page.goto('/account')
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download your data' }).click()
  const file = await coming
  expect(file.suggestedFilename()).toBe('cofund-personal-data.json')
  const data = JSON.parse(await readFile(await file.path(), 'utf8'))
  expect(data.profile).toMatchObject({ email, name: 'Wren Okafor' })
  expect(data.sessions).toHaveLength(1)

  await page.getByRole('button', { name: 'Erase your account…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Erase your account?' })
  await lookEveryWay(page, 'account-erase')
  const address = dialog.getByLabel('Your address, to be sure')
  await address.fill('somebody@else.example')
  await dialog.getByRole('button', { name: 'Erase the account' }).click()
  await dialog.getByText('This does not match.').waitFor()
  await look(page, 'account-erase-wrong')
  await address.fill(email)
  await dialog.getByRole('button', { name: 'Erase the account' }).click()
  await page.getByText('Your account is erased.').waitFor()
  expect(new URL(page.url()).pathname).toBe('/')
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor()
  await page.reload()
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor()
  await page.goto('/account')
  await page.waitForURL('**/sign-in?return_to=**')
})

it('is forgotten by staff, who keep a made-up name', async () => {
  const { email, id } = await somebody('Wren Okafor')
  const page = await signedInAs(staff)
  await page.goto(`/staff/people/${id}`)
  await lookEveryWay(page, 'staff-person-data')
  await page.getByRole('button', { name: 'Erase…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Erase Wren Okafor?' })
  await look(page, 'staff-person-erase')
  await dialog.getByLabel('Their address, to be sure').fill(email)
  await dialog.getByRole('button', { name: 'Erase the account' }).click()
  await page.getByRole('heading', { name: /^Former member / }).waitFor()
  await page.getByText('Erased on').waitFor()
  await lookEveryWay(page, 'staff-person-erased')
  await page.goto('/staff/people')
  await page.getByRole('heading', { name: 'People' }).waitFor()
  expect(await page.getByText(email).count()).toBe(0)
})

it('says why a last lead cannot go', async () => {
  const page = await signedInAs('maren@tidewater.example')
  await page.goto('/account')
  await page.getByRole('button', { name: 'Erase your account…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Erase your account?' })
  await dialog.getByLabel('Your address, to be sure').fill('maren@tidewater.example')
  await dialog.getByRole('button', { name: 'Erase the account' }).click()
  await dialog.getByText('An organisation needs a lead.').waitFor()
  await look(page, 'account-erase-last-lead')
})
