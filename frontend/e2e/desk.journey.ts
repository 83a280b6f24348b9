import { expect, it } from 'vitest'
import { asPerson } from './api'
import { look, lookEveryWay } from './look'
import { fresh, signedInAs, visitor } from './stage'

const staff = 'ivo@cofund.example'
/** Pages this long take axe a while, three times each. */
const patience = 240_000

it(
  'shows what waits, the oldest first, and leads to where it is done',
  async () => {
    const page = await signedInAs(staff)
    await page.goto('/staff')
    await page.getByRole('heading', { level: 1, name: /waits? for you/ }).waitFor()
    const ages = await page.locator('ol li > time').allInnerTexts()
    const days = ages.map((age) => Number.parseInt(age, 10) || 0)
    expect(days).toEqual(days.toSorted((left, right) => right - left))
    await lookEveryWay(page, 'desk-work')

    await page.getByRole('button', { name: 'Record hours…' }).click()
    await page.getByRole('textbox', { name: 'Hours' }).fill('5000')
    await look(page, 'desk-capacity-dialog')
    await page.getByRole('button', { name: 'Record the hours' }).click()
    await page.getByText('are free.').waitFor()
    await lookEveryWay(page, 'desk-work-capacity')

    await page.getByRole('link', { name: 'The same hub on any cloud' }).click()
    await page.getByRole('dialog', { name: 'Freeze the shares and fund it?' }).waitFor()
  },
  patience,
)

it(
  'lists every project, drafts too, and finds, sorts and exports them',
  async () => {
    const page = await signedInAs(staff)
    await page.goto('/staff/projects')
    await page.getByRole('link', { name: 'Storage that cools down by itself' }).waitFor()
    await lookEveryWay(page, 'desk-projects')
    await page.getByRole('combobox', { name: 'State' }).selectOption('draft')
    await page.getByRole('link', { name: 'Storage that cools down by itself' }).waitFor()
    await page.getByRole('link', { name: 'Group folders' }).waitFor({ state: 'detached' })
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export CSV' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('projects.csv')
    await page.getByLabel('Search').fill('nothing of that name')
    await page.getByText('No project fits').waitFor()
  },
  patience,
)

it(
  'gives funded work its turn, by keyboard and by dragging',
  async () => {
    const api = await asPerson(staff)
    const titles: string[] = []
    for (const word of ['Anchors', 'Buoys']) titles.push((await api.fundedProject(fresh(word))).title)
    const page = await signedInAs(staff)
    await page.goto('/staff/projects')
    const order = page.locator('#order')
    for (const title of titles) {
      await order.getByRole('button', { name: `Put ${title} last` }).click()
      await order.getByRole('button', { name: `Take ${title} out` }).waitFor()
    }
    const listed = async () => (await order.locator('ol a').allInnerTexts()).filter((title) => titles.includes(title))
    expect(await listed()).toEqual(titles)
    await lookEveryWay(page, 'desk-order')

    const up = order.getByRole('button', { name: `Move ${titles[1]} up` })
    await up.focus()
    await page.keyboard.press('Enter')
    await expect.poll(listed).toEqual(titles.toReversed())
    await order.getByText(`${titles[1]} is now number`).waitFor()
    expect(await up.evaluate((button) => button === document.activeElement)).toBe(true)

    const row = (title = '') => order.getByRole('listitem').filter({ hasText: title })
    await row(titles[0]).dragTo(row(titles[1]))
    await expect.poll(listed).toEqual(titles)
  },
  patience,
)

it(
  'keeps terms, and the topics projects are sorted by',
  async () => {
    const page = await signedInAs(staff)
    await page.goto('/staff/topics')
    await lookEveryWay(page, 'desk-topics')
    const name = fresh('Tides')
    await page.getByRole('button', { name: 'New narrative…' }).click()
    await look(page, 'desk-topic-dialog')
    await page.getByRole('textbox', { name: 'Name' }).fill(name)
    await page.getByRole('button', { name: 'Save it' }).click()
    await page.getByRole('button', { name: `Archive ${name}` }).click()
    await page.getByRole('button', { name: 'Archive it' }).click()
    await page.getByRole('row', { name }).getByText('archived').waitFor()

    await page.goto('/staff/terms')
    await lookEveryWay(page, 'desk-terms')
    await page.getByRole('button', { name: 'Publish new terms…' }).click()
    await lookEveryWay(page, 'desk-terms-dialog')
    const version = await page.getByLabel('Version').inputValue()
    await page.getByRole('button', { name: 'Publish for good' }).click()
    await page.getByText(`Version ${version} is current.`).waitFor()
    await page.getByText('current', { exact: true }).waitFor()
  },
  patience,
)

it(
  'closes a draft for good, which stays as unseen as it was',
  async () => {
    const api = await asPerson(staff)
    const { slug, title } = await api.draft(fresh('Gulls'))
    const page = await signedInAs(staff)
    await page.goto(`/staff/projects/${slug}`)
    await page.getByRole('button', { name: 'Close…' }).click()
    await page.getByRole('combobox', { name: 'Reason' }).selectOption('superseded')
    await page.getByRole('button', { name: 'Close the project' }).click()
    expect(await page.getByLabel('Public sentence').getAttribute('aria-invalid')).toBe('true')
    await page.getByLabel('Public sentence').fill('The gulls have moved on.')
    await page.getByRole('button', { name: 'Close the project' }).click()
    await page.getByText(`${title} is closed.`).waitFor()
    await page.getByText('Closed: Replaced by another project.').waitFor()
    const outside = await (await visitor()).request.get(`/api/v1/projects/${slug}`)
    expect(outside.status()).toBe(404)
  },
  patience,
)
