/** However it is sent, it is one pledge. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { asPerson } from './api'
import { lookEveryWay } from './look'
import { fresh, signedInAs } from './stage'

const patient = { timeout: 120_000 }
const lead = 'felix@sundial.example'
const sundial = 'sundial-astronomy-collaboration'

const accept = (page: Page) => page.getByRole('checkbox', { name: /^I may commit this/ })
const send = (page: Page) => page.getByRole('button', { name: /^Pledge US/ })
const amount = (page: Page) => page.getByRole('textbox', { name: 'Amount' })
const receipt = (page: Page) => page.waitForURL('**/pledges/*-*')
const places = (url: URL) => /\/projects\/[^/]+\/pledges$/.test(url.pathname)

/** A project of its own for each way, so that none depends on another. */
async function openProject() {
  return (await asPerson('runa@cofund.example')).openProject(fresh('Tide tables'), { goal: '20000.00' })
}

async function filled(project: string): Promise<Page> {
  const page = await signedInAs(lead)
  await page.goto(`/projects/${project}/pledge`)
  await amount(page).fill('1500')
  await page.getByLabel('Purchase order').fill('SUN-27-19')
  await page.getByText('US$ 1,500.00').first().waitFor()
  return page
}

async function one(project: string) {
  const pledges = await (await asPerson(lead)).pledgesOf(sundial, project)
  expect(pledges.map(({ status }) => status)).toEqual(['pledged'])
}

it('pressed twice', patient, async () => {
  const { slug } = await openProject()
  const page = await filled(slug)
  await accept(page).check()
  await send(page).dblclick()
  await receipt(page)
  await one(slug)
})

it('reloaded in between', patient, async () => {
  const { slug } = await openProject()
  const page = await filled(slug)
  await page.getByRole('radio', { name: /Nobody/ }).check()
  await page.reload()
  await page.getByText('Your draft is still here').waitFor()
  expect(await amount(page).inputValue()).toBe('1,500.00')
  expect(await page.getByLabel('Purchase order').inputValue()).toBe('SUN-27-19')
  expect(await page.getByRole('radio', { name: /Nobody/ }).isChecked()).toBe(true)
  await accept(page).check()
  await send(page).click()
  await receipt(page)
  await one(slug)

  // The draft went with it, and going back leads to no form that has been sent.
  await page.goto(`/projects/${slug}/pledge`)
  await page.getByText('Your organisation has a pledge here already.').waitFor()
  await lookEveryWay(page, 'pledge-already')
  await page.getByRole('link', { name: 'See the pledge' }).click()
  await receipt(page)
})

it('with the back button', patient, async () => {
  const { slug } = await openProject()
  const page = await filled(slug)
  await accept(page).check()
  await send(page).click()
  await receipt(page)
  await page.goBack()
  await page.waitForURL((url) => !url.pathname.endsWith('/pledge'))
  await page.goForward()
  await receipt(page)
  await one(slug)
})

it('when the connection is lost after it arrived', patient, async () => {
  const { slug } = await openProject()
  const page = await filled(slug)
  await accept(page).check()
  const keys: (string | undefined)[] = []
  await page.route(places, async (route) => {
    keys.push(route.request().headers()['idempotency-key'])
    if (keys.length > 1) return route.continue()
    await route.fetch() // the API gets it, the browser never hears of it
    await route.abort()
  })
  await send(page).click()
  await page.getByText('Cofund did not answer.').first().waitFor()
  await lookEveryWay(page, 'pledge-lost-connection')
  await send(page).click()
  await receipt(page)
  expect(keys).toHaveLength(2)
  expect(keys[0]).toBe(keys[1])
  await one(slug)
})

it('when the connection is lost and the page reloaded', patient, async () => {
  const { slug } = await openProject()
  const page = await filled(slug)
  await accept(page).check()
  const keys: (string | undefined)[] = []
  await page.route(places, async (route) => {
    keys.push(route.request().headers()['idempotency-key'])
    await (keys.length > 1 ? route.continue() : route.abort())
  })
  await send(page).click()
  await page.getByText('Cofund did not answer.').first().waitFor()
  await page.reload()
  await accept(page).check()
  await send(page).click()
  await receipt(page)
  expect(keys[0]).toBe(keys[1])
  await one(slug)
})

it('when it had arrived and the page is reloaded', patient, async () => {
  const { slug } = await openProject()
  const page = await filled(slug)
  await accept(page).check()
  await page.route(places, async (route) => {
    await route.fetch()
    await route.abort()
  })
  await send(page).click()
  await page.getByText('Cofund did not answer.').first().waitFor()
  await page.reload()
  await page.getByText('Your pledge arrived before the connection was lost.').waitFor()
  await page.getByRole('link', { name: 'See the pledge' }).click()
  await receipt(page)
  await one(slug)
})

it('when the session ends half-way', patient, async () => {
  const { slug } = await openProject()
  const page = await filled(slug)
  await accept(page).check()
  await page.context().clearCookies()
  const ended = '{"code":"session_ended","request_id":"x"}'
  await page.route(places, (route) =>
    route.fulfill({ status: 401, contentType: 'application/problem+json', body: ended }),
  )
  await send(page).click()
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' })
  await dialog.waitFor()
  await page.unroute(places)

  const beside = await page.context().newPage()
  await beside.goto(`/dev/sign-in/${lead}`)
  await beside.getByRole('button', { name: 'Sign in' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await page.getByLabel('Purchase order').inputValue()).toBe('SUN-27-19')
  await send(page).click()
  await receipt(page)
  await one(slug)
})
