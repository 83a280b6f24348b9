import type { Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { look, lookEveryWay } from './look'
import { linkFor } from './mail'
import { signedInAs, url, visitor } from './stage'

// Its page is long: three pictures and three looks by axe take a while on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const coalition = 'fair-queue-for-scarce-processors'
const covered = 'same-hub-any-cloud'

async function open(page: Page, slug: string) {
  await page.goto(`/projects/${slug}`)
  await page.getByRole('heading', { name: 'What will be delivered' }).waitFor()
}

/** What the API says would be, to hold the page to it. */
async function simulated(page: Page, slug: string, amount: string) {
  const answer = await page.request.post(`/api/v1/projects/${slug}/simulate`, { data: { amount } })
  return (await answer.json()) as {
    after: { remaining: string }
    shares: { own: boolean; before: string; after: string }[]
  }
}

const inWords = (amount: string) => `US$\u00a0${Number(amount).toLocaleString('en-GB')}`

it('tells in five seconds where a project stands, in a picture and in words', async () => {
  const page = await visitor()
  await open(page, coalition)
  const table = page.getByRole('table', { name: 'The bar as text' })
  expect(await table.getByRole('row', { name: /^Waiting/ }).innerText()).toContain('50,000')
  await page.getByText(/A pledge of .* by anyone wakes 2 waiting pledges/).waitFor()
  expect(await page.getByRole('table', { name: 'Pledges that wait' }).innerText()).toContain('5 other organisations')
  await lookEveryWay(page, 'project-coalition')

  await page.getByText('The same as a table').click()
  const steps = page.getByRole('table', { name: 'Totals at the end of each day' })
  expect(await steps.getByRole('row').count()).toBeGreaterThan(4)
})

it('says what would follow before anybody promises anything', async () => {
  const page = await visitor()
  await open(page, covered)
  const panel = page.getByRole('complementary', { name: 'Take part' })
  await panel.getByLabel('At most').fill('12,500')
  const { shares } = await simulated(page, covered, '12500.00')
  const falls = shares.filter(({ own, before, after }) => !own && after < before)
  const to = shares.find(({ own }) => !own)?.after ?? ''
  await panel
    .getByText(`Then ${falls.length} shares fall`)
    .filter({ hasText: inWords(to) })
    .waitFor()
  await look(page, 'project-what-if')

  const slider = panel.getByRole('slider')
  await slider.focus()
  await page.keyboard.press('ArrowRight')
  expect(await panel.getByLabel('At most').inputValue()).toBe('12,750.00')
  expect(await slider.getAttribute('aria-valuetext')).toBe(inWords('12750'))
  await page.keyboard.press('Home')
  await panel.getByText(`You would pay ${inWords('2500')}`).waitFor()

  await panel.getByLabel('At most').fill('a lot')
  await panel.getByText('Write an amount to see what would follow.').waitFor()
  await panel.getByLabel('At most').fill('100')
  await panel.getByText('That is below the smallest pledge this project takes.').waitFor()
  await panel.getByText('Everyone’s share').waitFor({ state: 'detached' })
})

it('explains first come, and refuses more than is left', async () => {
  const page = await visitor()
  await open(page, 'lessons-that-travel')
  const panel = page.getByRole('complementary', { name: 'Take part' })
  await panel.getByLabel('Amount').fill('3,000')
  const { after } = await simulated(page, 'lessons-that-travel', '3000.00')
  await panel.getByText(`${inWords(after.remaining)} would still be to go.`).waitFor()
  await lookEveryWay(page, 'project-fixed')
  await panel.getByLabel('Amount').fill('30,000')
  await panel.getByText('That is more than the project still needs.').waitFor()
})

it('lets somebody sign in on the way to a pledge, and come back', async () => {
  const page = await visitor()
  await open(page, 'lessons-that-travel')
  await page.getByRole('link', { name: 'Sign in to pledge' }).click()
  const asked = Date.now()
  await page.getByLabel('Email address').fill('felix@sundial.example')
  await page.getByRole('button', { name: /Send/ }).click()
  await page.goto(await linkFor('felix@sundial.example', '/sign-in/confirm', asked))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(`${url}/projects/lessons-that-travel`)
  await page.getByRole('link', { name: /^Pledge US\$/ }).waitFor()
  await lookEveryWay(page, 'project-signed-in')
})

it('says why one cannot pledge, and leads to the pledge one has', async () => {
  const viewer = await signedInAs('joss@tidewater.example')
  await open(viewer, coalition)
  await viewer.getByText('Your role in this organisation commits no money.').first().waitFor()
  expect(await viewer.getByRole('link', { name: /^Pledge/ }).count()).toBe(0)
  const lead = await signedInAs('maren@tidewater.example')
  await open(lead, coalition)
  await lead.getByText('Your organisation has a pledge here already.').waitFor()
  expect(
    await lead.getByRole('link', { name: 'See the pledge of Tidewater Ocean Data Commons' }).getAttribute('href'),
  ).toMatch(/^\/pledges\/[0-9a-f-]{36}$/)
})

const states: [slug: string, sentence: string | RegExp][] = [
  ['hubs-that-sleep', 'A candidate: it gathers support and takes no money yet.'],
  [covered, 'The goal is covered.'],
  ['reports-that-watch-nobody', 'Its date passed below the goal. Nothing is owed.'],
  ['cite-a-dataset', /Funded on/],
  ['restarts-that-explain-themselves', 'has fallen away since'],
  ['group-folders', /Delivered on/],
  ['paste-into-remote-desktops', 'Not accepted upstream'],
]
for (const [slug, sentence] of states) {
  it(`has words for where ${slug} stands`, async () => {
    const page = await visitor()
    await open(page, slug)
    await page.getByText(sentence).first().waitFor()
    await lookEveryWay(page, `project-${slug}`)
  })
}

it('names those who gave without an amount, and nobody who hides', async () => {
  const page = await visitor()
  await open(page, 'group-folders')
  await page.getByText('Among the institutions without a name above').waitFor()
  await page.getByRole('link', { name: 'Isla Verde Climate School' }).waitFor()
  expect(await page.getByRole('table', { name: 'Counted pledges' }).innerText()).not.toContain('Isla Verde')
})

it('shows a draft to staff and to nobody else', async () => {
  const staff = await signedInAs('ivo@cofund.example')
  await open(staff, 'storage-that-cools-down')
  await staff.getByText('This is a draft.').waitFor()
  await lookEveryWay(staff, 'project-draft')
  const page = await visitor()
  await page.goto('/projects/storage-that-cools-down')
  await page.getByRole('heading', { name: 'There is nothing here' }).waitFor()
})

it('prints what is worth paper', async () => {
  const page = await visitor()
  await open(page, coalition)
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 720, height: 1000 })
  expect(await page.getByRole('complementary', { name: 'Take part' }).isVisible()).toBe(false)
  expect(await page.getByRole('button', { name: 'Verify in this browser' }).isVisible()).toBe(false)
  expect(await page.getByRole('table', { name: 'Counted pledges' }).isVisible()).toBe(true)
  await look(page, 'project-print')
})
