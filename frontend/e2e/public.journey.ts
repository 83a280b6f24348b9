import { expect, it } from 'vitest'
import { withoutFirstAnswers } from './first-answers'
import { look, lookEveryWay } from './look'
import { signedInAs, visitor } from './stage'

it('shows the organisations to everybody', async () => {
  const page = await visitor()
  await page.goto('/')
  await page.getByRole('link', { name: 'Organisations' }).click()
  await page.getByRole('heading', { name: 'Organisations' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Organisations')
  await lookEveryWay(page, 'organizations')
})

it('opens the contents and the person’s menu with the keyboard', async () => {
  const page = await signedInAs('maren@tidewater.example', { narrow: true })
  await page.getByRole('heading', { name: 'Candidate' }).waitFor()
  await page.getByRole('button', { name: 'Contents' }).press('Enter')
  await page.getByRole('link', { name: 'Organisations', exact: true }).waitFor()
  await look(page, 'menu-contents-320')
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Contents')
  await page.getByRole('button', { name: /^Your menu/ }).press('Enter')
  await page.getByRole('link', { name: 'Your account' }).waitFor()
  await look(page, 'menu-person-320')
})

it('starts with a way past the masthead', async () => {
  const page = await visitor()
  await page.goto('/organizations')
  await page.getByRole('heading', { name: 'Organisations' }).waitFor()
  await page.keyboard.press('Tab')
  await look(page, 'skip-link')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
})

it('has words for what is not there, and for silence', async () => {
  const page = await visitor()
  await page.goto('/nowhere')
  await page.getByRole('heading', { name: 'There is nothing here' }).waitFor()
  await lookEveryWay(page, 'not-found')
  await page.goto('/organizations/nobody-of-that-name')
  await page.getByRole('heading', { name: 'There is nothing here' }).waitFor()

  await page.goto('/organizations')
  await page.getByRole('link', { name: 'Tidewater Ocean Data Commons' }).waitFor()
  await page.route('**/api/**', (route) => route.abort())
  await page.context().setOffline(true)
  await page.getByText('You are offline.').waitFor()
  await page.context().setOffline(false)
  await page.getByRole('link', { name: 'Tidewater Ocean Data Commons' }).click()
  await page.getByRole('heading', { name: 'No connection to Cofund' }).waitFor()
  await lookEveryWay(page, 'no-connection')
  await page.unroute('**/api/**')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('heading', { name: 'Tidewater Ocean Data Commons' }).waitFor()
})

it('shows the page’s own shape while it waits', async () => {
  const page = await visitor()
  let go = () => {}
  const held = new Promise<void>((resolve) => {
    go = resolve
  })
  await withoutFirstAnswers(page)
  await page.route('**/api/v1/organizations?**', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/organizations')
  await page.getByRole('heading', { name: 'Loading…' }).waitFor({ state: 'attached' })
  await look(page, 'loading')
  go()
  await page.getByRole('heading', { name: 'Organisations' }).waitFor()
})
