import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { asPerson, complete } from './api'
import { look, lookEveryWay } from './look'
import { fresh, signedInAs } from './stage'

const staff = 'ivo@cofund.example'
/** Pages this long take axe a while, three times each. */
const patience = 240_000
const saved = (page: Page) => page.getByText(/^Saved /).waitFor()

/** Tab by Tab, as somebody without a mouse gets there. */
async function tabTo(page: Page, target: Locator) {
  for (let presses = 0; presses < 150; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach ${target}`)
}

it(
  'takes a draft to open for pledges with the keyboard alone',
  async () => {
    const title = fresh('Lanterns for the reef')
    const page = await signedInAs(staff)
    await page.goto('/staff/projects')
    const press = async (target: Locator) => {
      await target.waitFor()
      await tabTo(page, target)
      await page.keyboard.press('Enter')
    }
    const write = async (label: string, text: string) => {
      await tabTo(page, page.getByRole('textbox', { name: label, exact: true }))
      await page.keyboard.insertText(text)
    }

    await press(page.getByRole('button', { name: 'New draft…' }))
    await look(page, 'editor-new-draft')
    await write('Title', title)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await lookEveryWay(page, 'editor-empty')

    // What is missing leads to its field.
    await press(page.getByRole('button', { name: 'Problem' }))
    const problem = page.getByLabel('Problem', { exact: true })
    expect(await problem.evaluate((field) => field === document.activeElement)).toBe(true)

    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await page.getByRole('heading', { level: 1 }).focus()
    await write('One line', complete.summary)
    await tabTo(page, page.getByLabel('Theme', { exact: true }))
    await page.keyboard.type('Analytics')
    await write('Problem', complete.problem)
    await write('Solution', complete.solution)
    await write('Implementation', complete.implementation)
    await write('Fit in the ecosystem', complete.fit)
    await write('Research it enables', '**Tides** for everybody.')
    await press(page.getByRole('button', { name: 'Add a deliverable' }))
    await page.getByRole('heading', { level: 1 }).focus()
    await write('What is delivered', 'A lantern')
    await write('It is done when', 'It shines a night long.')
    await write('Goal, firm (optional)', '10,000')
    await tabTo(page, page.getByLabel('Smallest pledge'))
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText('500')
    await tabTo(page, page.getByLabel('Pledge by'))
    await page.keyboard.type('06302030')
    await write('Hours it takes', '30')
    await page.keyboard.press('Tab')
    await saved(page)
    await page.locator('strong', { hasText: 'Tides' }).waitFor()
    await lookEveryWay(page, 'editor-complete')

    await page.getByRole('heading', { level: 1 }).focus()
    await press(page.getByRole('button', { name: 'Open for pledges…' }))
    const dialog = page.getByRole('dialog', { name: 'Open it for pledges?' })
    await dialog.getByText('30 June 2030').waitFor()
    await look(page, 'editor-publish')
    await press(dialog.getByRole('button', { name: 'Open it for pledges' }))
    await page.getByText(`${title} is open for pledges.`).waitFor()
    await look(page, 'editor-open')
  },
  patience,
)

it(
  'warns of more work than there are hours',
  async () => {
    const api = await asPerson(staff)
    const { quarter } = await api.get('/admin/capacity')
    await api.put(`/admin/capacity/${quarter}`, { hours: 40 })
    const { slug } = await api.draft(fresh('Tide clocks'), complete)
    const page = await signedInAs(staff)
    await page.goto(`/staff/projects/${slug}`)
    await page.getByRole('button', { name: 'Publish as a candidate…' }).click()
    await page.getByRole('dialog').getByText('It can be published all the same.').waitFor()
    await look(page, 'editor-candidate-warning')
    await page.getByRole('button', { name: 'Publish the candidate' }).click()
    await page.getByText('is public and gathers support.').waitFor()
    await api.put(`/admin/capacity/${quarter}`, { hours: 520 })
  },
  patience,
)

it(
  'keeps what is typed through a lost connection and a reload',
  async () => {
    const api = await asPerson(staff)
    const { slug } = await api.draft(fresh('Fog horns'))
    const page = await signedInAs(staff)
    await page.goto(`/staff/projects/${slug}`)
    const problem = page.getByLabel('Problem', { exact: true })
    await page.route('**/api/v1/projects/*', (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    )
    await problem.fill('Nobody hears the fog.')
    await page.getByText('Not saved: Cofund does not answer.').waitFor()
    await look(page, 'editor-offline')
    await page.reload()
    await problem.waitFor()
    expect(await problem.inputValue()).toBe('Nobody hears the fog.')
    await page.unroute('**/api/v1/projects/*')
    await page.getByRole('button', { name: 'Save now' }).click()
    await saved(page)
    expect((await api.get(`/projects/${slug}`)).problem).toBe('Nobody hears the fog.')
  },
  patience,
)

it(
  'says what is frozen when the API does, and holds back nothing else',
  async () => {
    const api = await asPerson(staff)
    const { slug } = await api.openProject(fresh('Sounding lines'))
    await (await asPerson('della@harbourline.example')).pledge(slug, 'harbourline-university', '1000.00')
    const page = await signedInAs(staff)
    await page.goto(`/staff/projects/${slug}`)
    await page.getByLabel('Smallest pledge').fill('100')
    await page.getByLabel('One line', { exact: true }).fill('How deep is it here?')
    await page.getByText('Pledges stand on this').waitFor()
    await page.getByText('Saved, but for what is not finished: Smallest pledge.').waitFor()
    await look(page, 'editor-frozen')
    expect((await api.get(`/projects/${slug}`)).summary).toBe('How deep is it here?')
    await page.getByRole('button', { name: 'Put back what is saved' }).click()
    expect(await page.getByLabel('Smallest pledge').inputValue()).toBe('500.00')
  },
  patience,
)

it(
  'lays two versions side by side when somebody else saved first',
  async () => {
    const api = await asPerson(staff)
    const { slug } = await api.draft(fresh('Two keepers'), { problem: 'One light.', summary: 'Before' })
    const [one, other] = [await signedInAs(staff), await signedInAs('runa@cofund.example')]
    const problem = (page: Page) => page.getByLabel('Problem', { exact: true })
    for (const page of [one, other]) {
      await page.goto(`/staff/projects/${slug}`)
      await problem(page).waitFor()
    }
    await other.getByLabel('One line', { exact: true }).fill('After')
    await problem(other).fill('Two lights, says Runa.')
    await saved(other)

    await problem(one).fill('No light, says Ivo.')
    const versions = one.getByRole('alert', { name: 'Two versions' })
    await versions.waitFor()
    await versions.getByText('Two lights, says Runa.').waitFor()
    await lookEveryWay(one, 'editor-two-versions')
    expect((await api.get(`/projects/${slug}`)).problem).toBe('Two lights, says Runa.')
    await versions.getByRole('group', { name: 'Problem' }).getByLabel('Yours').check()
    await versions.getByRole('button', { name: 'Go on with these' }).click()
    await saved(one)
    await versions.waitFor({ state: 'detached' })
    expect(await api.get(`/projects/${slug}`)).toMatchObject({ problem: 'No light, says Ivo.', summary: 'After' })
  },
  patience,
)
