import { expect, it } from 'vitest'
import { lookEveryWay } from './look'
import { linkFor } from './mail'
import { signedInAs, url, visitor } from './stage'

const lead = 'maren@tidewater.example'

it('signs in by mail link and comes back to where one wanted to go', async () => {
  const page = await visitor()
  await page.goto('/account')
  await page.waitForURL('**/sign-in?return_to=**')
  await lookEveryWay(page, 'sign-in')

  const asked = Date.now()
  await page.getByLabel('Email address').fill(lead)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor()
  await lookEveryWay(page, 'sign-in-mailbox')

  await page.goto(await linkFor(lead, '/sign-in/confirm', asked))
  await lookEveryWay(page, 'sign-in-confirm')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Your account' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/account')
  expect(await page.title()).toBe('Your account · Cofund')

  await page.reload()
  await page.getByRole('heading', { name: 'Your account' }).waitFor()
})

it('says the same to an address nobody knows, and refuses a link twice', async () => {
  const page = await visitor()
  await page.goto('/sign-in')
  await page.getByLabel('Email address').fill('nobody@nowhere.example')
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor()

  await page.goto('/sign-in/confirm#token=not-a-token')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('This link has been used or has run out').waitFor()
  await lookEveryWay(page, 'sign-in-used-link')
})

it('does not use up a link by opening it', async () => {
  const page = await visitor()
  const posted: string[] = []
  page.on('request', (request) => request.method() === 'POST' && posted.push(request.url()))
  await page.goto(`/dev/sign-in/${lead}`)
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
  await page.waitForLoadState('networkidle')
  expect(posted).toEqual([])
})

it('signs out here and in the other tab', async () => {
  const page = await signedInAs(lead)
  const other = await page.context().newPage()
  await other.goto('/account')
  await other.getByRole('heading', { name: 'Your account' }).waitFor()

  await page.bringToFront()
  await page.getByRole('button', { name: /^Your menu/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor()
  await other.waitForURL('**/sign-in?return_to=**')
})

it('keeps what was typed when a session ends, and goes on after signing in beside it', async () => {
  const page = await signedInAs('joss@tidewater.example')
  await page.goto('/account')
  const name = page.getByLabel('Name', { exact: true })
  await name.fill('Joss Abernaty-Reyes')

  // The session ends on the server, as when it is ended from another device.
  await page.context().clearCookies()
  await page.route('**/api/v1/me', (route) =>
    route.fulfill({
      status: 401,
      contentType: 'application/problem+json',
      body: '{"code":"session_ended","request_id":"x"}',
    }),
  )
  await page.getByRole('button', { name: 'Save profile' }).click()
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' })
  await dialog.waitFor()
  await lookEveryWay(page, 'session-ended')
  await page.unroute('**/api/v1/me')

  const beside = await page.context().newPage()
  await beside.goto('/dev/sign-in/joss@tidewater.example')
  await beside.getByRole('button', { name: 'Sign in' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await name.inputValue()).toBe('Joss Abernaty-Reyes')
  await page.getByRole('button', { name: 'Save profile' }).click()
  await page.getByText('Your profile is saved.').waitFor()
  expect(page.url()).toBe(`${url}/account`)
})
