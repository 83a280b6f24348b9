import { expect, it } from 'vitest'
import { look, lookEveryWay } from './look'
import { fresh, signedInAs, url } from './stage'

const lead = 'nadia@cassava.example'

it('makes a token that works, shows it once, and revokes it', async () => {
  const page = await signedInAs(lead)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Make a token…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Make an access token' })
  await lookEveryWay(page, 'account-new-token')

  await dialog.getByRole('button', { name: 'Make the token' }).click()
  expect(await dialog.getByLabel('What is it for?').getAttribute('aria-invalid')).toBe('true')

  const name = fresh('report')
  await dialog.getByLabel('What is it for?').fill(name)
  await dialog.getByRole('button', { name: 'Make the token' }).click()
  await page.getByRole('heading', { name: `Copy “${name}” now` }).waitFor()
  await lookEveryWay(page, 'account-fresh-token')
  const token = (await page.locator('code', { hasText: /^cf_/ }).first().innerText()).trim()

  const asToken = () => fetch(`${url}/api/v1/me`, { headers: { Authorization: `Bearer ${token}` } })
  const answer = await asToken()
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ email: lead })

  await page.reload()
  await page.getByText(name).waitFor()
  expect(await page.getByText(token).count()).toBe(0)
  await page.getByRole('button', { name: `Revoke ${name}` }).click()
  await page.getByRole('button', { name: 'Revoke the token' }).click()
  await page.getByText('The token is revoked.').waitFor()
  expect((await asToken()).status).toBe(401)
})

it('ends a session on another device', async () => {
  const here = await signedInAs(lead)
  const elsewhere = await signedInAs(lead)
  await here.goto('/account')
  await here
    .getByRole('row', { name: /Chrome on Linux/ })
    .first()
    .waitFor()
  await lookEveryWay(here, 'account')

  const endings = here.getByRole('button', { name: /^End / })
  while ((await endings.count()) > 0) {
    const before = await endings.count()
    await endings.first().click()
    await here.getByRole('button', { name: 'End the session' }).click()
    await here.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => endings.count()).toBe(before - 1)
  }
  await elsewhere.goto('/account')
  await elsewhere.waitForURL('**/sign-in?return_to=**')
})

it('speaks another language and remembers the theme', async () => {
  const page = await signedInAs(lead)
  await page.getByLabel('Language').selectOption('fr')
  await page.getByRole('heading', { name: 'Des communautés paient ensemble' }).waitFor()
  expect(await page.getAttribute('html', 'lang')).toBe('fr')
  await page.getByLabel('Apparence').selectOption('dark')
  await page.reload()
  await page.getByRole('heading', { name: 'Des communautés paient ensemble' }).waitFor()
  expect(await page.getAttribute('html', 'data-theme')).toBe('dark')
  await look(page, 'roadmap-french-dark')
})

it('says so when somebody changed the profile meanwhile', async () => {
  const page = await signedInAs(lead)
  await page.goto('/account')
  const beside = await page.context().newPage()
  await beside.goto('/account')
  await beside.getByLabel('Time zone').selectOption('Europe/Paris')
  await beside.getByRole('button', { name: 'Save profile' }).click()
  await beside.getByText('Your profile is saved.').waitFor()

  await page.getByLabel('Time zone').selectOption('Europe/Madrid')
  await page.getByRole('button', { name: 'Save profile' }).click()
  await page.getByText('Somebody changed this while you worked on it').waitFor()
  await look(page, 'account-conflict')
  await page.getByRole('button', { name: 'Show their version' }).click()
  await expect.poll(() => page.getByLabel('Time zone').inputValue()).toBe('Europe/Paris')
})
