import { expect, it } from 'vitest'
import { asPerson } from './api'
import { look, lookEveryWay } from './look'
import { fresh, signedInAs } from './stage'

const staff = 'ivo@cofund.example'
/** Pages this long take axe a while, three times each. */
const patience = 240_000
const della = { email: 'della@harbourline.example', organization: 'harbourline-university' }
const maren = { email: 'maren@tidewater.example', organization: 'tidewater-ocean-data-commons' }

/** A lead pledges, as the organisation's own pages do. */
async function pledge(lead: typeof della, slug: string, amount: string) {
  await (await asPerson(lead.email)).pledge(slug, lead.organization, amount)
}

it(
  'settles a coalition, notes its agreements, and takes the work to done',
  async () => {
    const api = await asPerson(staff)
    const { slug, title } = await api.openProject(fresh('Shared moorings'), { mode: 'shared' })
    await pledge(della, slug, '8000.00')
    await pledge(maren, slug, '6000.00')

    const page = await signedInAs(staff)
    await page.goto(`/staff/projects/${slug}`)
    await page.getByRole('button', { name: 'Freeze the shares…' }).click()
    const settle = page.getByRole('dialog', { name: 'Freeze the shares and fund it?' })
    await settle.getByRole('row', { name: 'Harbourline University' }).getByText('5,000.00').waitFor()
    await lookEveryWay(page, 'life-settle')
    await settle.getByRole('button', { name: 'Freeze the shares' }).click()
    await page.getByText(`${title} is funded`).waitFor()

    await page.getByRole('link', { name: 'Pledges' }).click()
    await page.getByRole('button', { name: 'Note the agreement of Harbourline University' }).click()
    await lookEveryWay(page, 'life-sign')
    await page.getByLabel('Reference').fill('MOU-2027-014')
    await page.getByRole('button', { name: 'Note the agreement', exact: true }).click()
    await page.getByRole('row', { name: 'Harbourline University' }).getByText('MOU-2027-014').waitFor()
    await page.getByText('Agreements are signed, so the project cannot be closed.').waitFor()
    await lookEveryWay(page, 'life-pledges')

    for (const state of ['In flight', 'Done']) {
      await page.getByRole('button', { name: 'Move the work on…' }).click()
      if (state === 'Done') await lookEveryWay(page, 'life-deliver')
      await page.getByRole('button', { name: 'Say so' }).click()
      await page.getByText(`${title}: ${state}`).waitFor()
    }
    expect(await api.get(`/projects/${slug}`)).toMatchObject({ funding: 'funded', delivery: 'done' })

    await page.getByRole('link', { name: 'Updates' }).click()
    await lookEveryWay(page, 'life-updates-empty')
    await page.getByRole('button', { name: 'Post an update…' }).first().click()
    await lookEveryWay(page, 'life-update')
    await page.getByLabel('Kind').selectOption('demo')
    await page.getByLabel('Title').fill('See it float')
    await page.getByLabel('Text').fill('It **floats**.')
    await page.getByRole('button', { name: 'Post the update' }).click()
    await page.getByRole('heading', { name: 'See it float' }).waitFor()
    await lookEveryWay(page, 'life-updates')
  },
  patience,
)

it(
  'closes with a reason, and says first whom that releases',
  async () => {
    const api = await asPerson(staff)
    const { slug, title } = await api.openProject(fresh('Rope bridges'))
    await pledge(della, slug, '4000.00')
    await pledge(maren, slug, '2000.00')

    const page = await signedInAs(staff)
    await page.goto(`/staff/projects/${slug}`)
    await page.getByRole('button', { name: 'Close…' }).click()
    const close = page.getByRole('dialog', { name: 'Close it and release 2 pledges?' })
    await close.getByRole('row', { name: 'Counted today' }).getByText('6,000.00').waitFor()
    await lookEveryWay(page, 'life-close')
    await close.getByRole('combobox', { name: 'Reason' }).selectOption('upstream_rejected')
    await close.getByLabel('Public sentence').fill('The bridge is built elsewhere.')
    await close.getByRole('button', { name: 'Close and release 2 pledges' }).click()
    await page.getByText(`${title} is closed.`).waitFor()
    await lookEveryWay(page, 'life-closed')
    expect((await api.get(`/projects/${slug}/pledges`)).items).toEqual([])
  },
  patience,
)

it(
  'gives a project that missed its date more time',
  async () => {
    const page = await signedInAs(staff)
    await page.goto('/staff')
    await page.getByRole('link', { name: 'Usage reports that watch nobody' }).click()
    const extend = page.getByRole('dialog', { name: 'Give it more time?' })
    await extend.getByText('3 pledges').waitFor()
    await lookEveryWay(page, 'life-extend')
    await extend.getByLabel('New last day').fill('2026-11-01')
    await extend.getByLabel('Why').fill('One lab decides in spring.')
    await extend.getByRole('button', { name: 'Move the date' }).click()
    await extend.getByText('The date can only move to a later day.').waitFor()
    await extend.getByLabel('New last day').fill('2031-03-31')
    await extend.getByRole('button', { name: 'Move the date' }).click()
    await page.getByText('There is time until 31 March 2031.').waitFor()
    await page.getByText('Open for pledges', { exact: true }).waitFor()
    await page.goto('/staff')
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.getByRole('link', { name: 'Usage reports that watch nobody' }).count()).toBe(0)
  },
  patience,
)

it(
  'opens a gap with a default, and closes it with a new pledge',
  async () => {
    const api = await asPerson(staff)
    const { slug } = await api.openProject(fresh('Storm sails'))
    await pledge(della, slug, '7000.00')
    await pledge(maren, slug, '3000.00')
    const page = await signedInAs(staff)
    await page.goto(`/staff/projects/${slug}/pledges`)
    await page.getByRole('button', { name: 'Note the agreement of Tidewater Ocean Data Commons' }).click()
    await page.getByLabel('Reference').fill('MOU-2027-015')
    await page.getByRole('button', { name: 'Note the agreement', exact: true }).click()
    await page.getByText('Tidewater Ocean Data Commons has signed.').waitFor()

    await page.getByRole('button', { name: 'Release Harbourline University' }).click()
    await page.getByRole('dialog').getByText('A gap of US$ 7,000 opens').waitFor()
    await look(page, 'life-release')
    await page.getByRole('button', { name: 'Keep the pledge' }).click()

    await page.getByRole('button', { name: 'Note the default of Tidewater Ocean Data Commons' }).click()
    await lookEveryWay(page, 'life-default')
    await page.getByLabel('Why').fill('The grant ended early.')
    await page.getByRole('button', { name: 'Note the default', exact: true }).click()
    await page.getByText('The default of Tidewater Ocean Data Commons is noted.').waitFor()
    expect((await api.get(`/projects/${slug}`)).gap).toBe('3000.00')
    await lookEveryWay(page, 'life-gap')

    await pledge({ email: 'felix@sundial.example', organization: 'sundial-astronomy-collaboration' }, slug, '3000.00')
    await page.reload()
    await page.getByRole('row', { name: 'Sundial Astronomy Collaboration' }).waitFor()
    expect((await api.get(`/projects/${slug}`)).gap).toBe('0.00')
  },
  patience,
)
