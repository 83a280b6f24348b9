import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { asPerson } from './api'
import { look, lookEveryWay } from './look'
import { fresh, signedInAs } from './stage'

const patient = { timeout: 180_000 }
const lead = 'felix@sundial.example'
const champion = 'oona@sundial.example'
const sundial = 'sundial-astronomy-collaboration'
const basalt = { email: 'ravi@basalt.example', slug: 'basalt-geophysics-consortium' }
const lichen = { email: 'sif@lichen.example', slug: 'northern-lichen-observatory' }

const accept = (page: Page) => page.getByRole('checkbox', { name: /^I may commit this/ })
const send = (page: Page) => page.getByRole('button', { name: /^(Pledge|Ask a lead)/ })
const amount = (page: Page) => page.getByRole('textbox', { name: /^(Amount|At most)/ })
const receipt = (page: Page) => page.waitForURL('**/pledges/*-*')

/** A project of its own for each journey, so that none depends on what another did. */
async function openProject(mode: 'fixed' | 'shared', goal: string) {
  return (await asPerson('runa@cofund.example')).openProject(fresh('Tide tables'), { mode, goal })
}

/** What Sundial has in a project. */
const ours = async (project: string) => (await asPerson(lead)).pledgesOf(sundial, project)

async function begin(email: string, project: string): Promise<Page> {
  const page = await signedInAs(email)
  await page.goto(`/projects/${project}/pledge`)
  await page.getByRole('heading', { name: 'How much' }).waitFor()
  return page
}

it('pledges by keyboard alone, and lands on a receipt', patient, async () => {
  const project = await openProject('fixed', '20000.00')
  const page = await begin(lead, project.slug)
  await lookEveryWay(page, 'pledge-empty')

  let keys = 0
  const press = async (key: string) => {
    keys += 1
    await page.keyboard.press(key)
  }
  const focused = () =>
    page.evaluate(() => document.activeElement?.textContent || document.activeElement?.getAttribute('name'))
  const tabTo = async (what: RegExp) => {
    for (let tries = 0; tries < 60 && !what.test((await focused()) ?? ''); tries += 1) await press('Tab')
    expect(await focused()).toMatch(what)
  }
  await page.locator('h1').focus()
  await tabTo(/a quarter of the goal/)
  await press('Enter')
  await page.getByText('You would pay').first().waitFor()
  expect(await amount(page).inputValue()).toBe('5,000.00')
  expect(await page.getByRole('textbox', { name: 'Or as a part of the goal' }).inputValue()).toBe('1/4')
  await lookEveryWay(page, 'pledge-consequence')
  await tabTo(/^accept$/)
  await press('Space')
  await tabTo(/^Pledge US/)
  await press('Enter')
  await receipt(page)
  console.log(`keys pressed by keyboard alone: ${keys}`)

  await page.getByRole('heading', { name: `US$ 5,000 for “${project.title}”` }).waitFor()
  await page.getByText('Nothing is owed until').first().waitFor()
  await lookEveryWay(page, 'pledge-receipt')
  await page.emulateMedia({ media: 'print' })
  await look(page, 'pledge-receipt-print')
  await page.emulateMedia({ media: 'screen' })
  expect(await ours(project.slug)).toHaveLength(1)

  const [letter] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('button', { name: 'Letter to print' }).click(),
  ])
  await letter.getByRole('heading', { name: 'Letter of commitment' }).waitFor()
  await letter.screenshot({ path: `${process.env.COFUND_SHOTS ?? '/tmp'}/pledge-letter.png` })
  await letter.close()

  await page.getByRole('link', { name: 'Page to convince a dean' }).click()
  await page.getByRole('heading', { name: 'What it asks of us' }).waitFor()
  await lookEveryWay(page, 'pledge-pitch')
  await page.emulateMedia({ media: 'print' })
  await look(page, 'pledge-pitch-print')
})

it('shows in a coalition what everybody bears, and keeps what was said', patient, async () => {
  const project = await openProject('shared', '15000.00')
  await (await asPerson(basalt.email)).pledge(project.slug, basalt.slug, '12000.00')
  await (await asPerson(lichen.email)).pledge(project.slug, lichen.slug, '8000.00', { visibility: 'anonymous' })
  const page = await begin(lead, project.slug)

  await page.getByRole('textbox', { name: 'Or as a part of the goal' }).fill('2/5')
  await expect.poll(() => amount(page).inputValue()).toBe('6,000.00')
  await page.getByText('US$ 5,000.00').first().waitFor()
  await page.getByText('Everyone’s share').click()
  expect(await page.getByRole('row', { name: /An institution/ }).innerText()).toContain('5,000')
  await page.getByLabel('Paid from').selectOption('2')
  await page.getByRole('radio', { name: /The name only/ }).check()
  await page.getByLabel('Purchase order').fill('SUN-27-18')
  await lookEveryWay(page, 'pledge-shared')
  await accept(page).check()
  await send(page).click()
  await receipt(page)
  await page.getByText('SUN-27-18').waitFor()
  await page.getByText('FY28').first().waitFor()
  await page.getByText('Of at most US$ 6,000 it bears US$ 5,000').waitFor()
  const [pledge, ...more] = await ours(project.slug)
  expect(more).toEqual([])
  expect(pledge).toMatchObject({ status: 'pledged', fraction: '2/5', visibility: 'name_only', share: '5000.00' })

  await page.getByRole('button', { name: 'Show more…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Show more' }).waitFor()
  await look(page, 'pledge-widen')
  await page.getByRole('dialog').getByRole('button', { name: 'Show more' }).click()
  await page.getByText('Everybody sees who you are').waitFor()
})

it('waits for its condition, counts when it holds, and may be changed', patient, async () => {
  const project = await openProject('shared', '15000.00')
  const page = await begin(lead, project.slug)
  await amount(page).fill('6,000')
  await page.getByRole('checkbox', { name: 'only if enough others join' }).check()
  await send(page).click()
  await page.getByText('Fill in what must hold').waitFor()
  await page.getByLabel('How many other institutions').fill('1')
  await page.getByText('It would wait, and bear').waitFor()
  await lookEveryWay(page, 'pledge-conditional')
  await accept(page).check()
  await send(page).click()
  await receipt(page)
  await page.getByText('It counts as soon as 1 more institution does.').first().waitFor()
  await look(page, 'pledge-receipt-waiting')

  await (await asPerson(basalt.email)).pledge(project.slug, basalt.slug, '4000.00')
  await page.getByText('US$ 6,000 counts in full.').waitFor()

  await page.getByRole('link', { name: 'Change', exact: true }).click()
  await amount(page).fill('7,500')
  await page.getByText('US$ 7,500.00').first().waitFor()
  await lookEveryWay(page, 'pledge-change')

  // Somebody of the same organisation is faster.
  const [pledge] = await ours(project.slug)
  await (await asPerson(lead)).patch(`/pledges/${pledge?.id}`, { amount: '6500.00' }, pledge)
  await page.getByRole('button', { name: 'Save the change' }).click()
  await page.getByRole('button', { name: 'Show their version' }).click()
  await page.getByText('Somebody changed this pledge meanwhile.').waitFor()
  await look(page, 'pledge-change-conflict')
  await amount(page).fill('7,000')
  await page.getByRole('button', { name: 'Save the change' }).click()
  await page.getByRole('heading', { name: `US$ 7,000 for “${project.title}”` }).waitFor()
  expect(await ours(project.slug)).toHaveLength(1)
})

it('offers what is left when somebody was faster', patient, async () => {
  const project = await openProject('fixed', '6000.00')
  const page = await begin(lead, project.slug)
  await amount(page).fill('5000')
  await accept(page).check()
  await (await asPerson(basalt.email)).pledge(project.slug, basalt.slug, '4000.00')
  await send(page).click()
  const alert = page.getByRole('alert').filter({ hasText: 'more than the project still needs' })
  await alert.waitFor()
  await lookEveryWay(page, 'pledge-over-goal')
  await alert.getByRole('button', { name: /Take the US/ }).click()
  await page
    .getByRole('button', { name: /^Pledge US/ })
    .filter({ hasText: '2,000.00' })
    .click()
  await receipt(page)
  const pledges = await ours(project.slug)
  expect(pledges).toHaveLength(1)
  expect(pledges[0]).toMatchObject({ amount: '2000.00' })
})

it('asks a lead above a champion’s limit, who lowers and approves, or declines', patient, async () => {
  const [first, second] = [await openProject('fixed', '40000.00'), await openProject('fixed', '40000.00')]
  const oona = await begin(champion, first.slug)
  await amount(oona).fill('15000')
  await oona.getByText('A lead will be asked first').first().waitFor()
  await lookEveryWay(oona, 'pledge-request')
  await accept(oona).check()
  await oona.getByRole('button', { name: /^Ask a lead to approve US/ }).click()
  await receipt(oona)
  await oona.getByText('A lead of Sundial Astronomy Collaboration decides.').waitFor()
  await (await asPerson(champion)).pledge(second.slug, sundial, '14000.00')

  const felix = await signedInAs(lead)
  await felix.goto(`/organizations/${sundial}`)
  await felix.getByRole('heading', { name: 'What waits for you' }).waitFor()
  await lookEveryWay(felix, 'organization-waits')
  await felix.locator('li').filter({ hasText: first.title }).getByRole('link', { name: 'Decide' }).click()
  await felix.getByRole('button', { name: 'Approve…' }).click()
  await felix.getByRole('textbox', { name: 'Approve' }).fill('12000')
  await felix.getByText('would then be pledged').waitFor()
  await lookEveryWay(felix, 'pledge-approve')
  await felix.getByRole('button', { name: 'Approve the pledge' }).click()
  await felix.getByRole('heading', { name: `US$ 12,000 for “${first.title}”` }).waitFor()

  await felix.goto(`/organizations/${sundial}/pledges`)
  await felix.locator('li').filter({ hasText: second.title }).getByRole('link', { name: 'Decide' }).click()
  await felix.getByRole('button', { name: 'Decline…' }).click()
  await felix.getByRole('dialog').getByRole('button', { name: 'Decline the request' }).click()
  await felix.getByText('This is needed.').waitFor()
  await felix.getByLabel('Why').fill('Not this year.')
  await lookEveryWay(felix, 'pledge-decline')
  await felix.getByRole('dialog').getByRole('button', { name: 'Decline the request' }).click()
  await felix.getByText('This pledge has ended. Nothing is owed.').waitFor()
  expect((await ours(first.slug)).map(({ status }) => status)).toEqual(['pledged'])
  expect((await ours(second.slug)).map(({ status }) => status)).toEqual(['declined'])
})

it('shows who would wait again before a pledge is withdrawn', patient, async () => {
  const project = await openProject('shared', '15000.00')
  const pledge = await (await asPerson(lead)).pledge(project.slug, sundial, '6000.00')
  const other = await asPerson(basalt.email)
  await other.pledge(project.slug, basalt.slug, '9000.00', { conditions: { min_other_orgs: 1 } })
  const page = await signedInAs(lead)
  await page.goto(`/pledges/${pledge.id}`)
  await page.getByRole('button', { name: 'Withdraw…' }).click()
  await page.getByRole('heading', { name: '1 pledge would wait again' }).waitFor()
  await page.getByText('The project is no longer covered.').waitFor()
  await lookEveryWay(page, 'pledge-withdraw')
  await page.getByLabel('Why').fill('Our grant ended.')
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw the pledge' }).click()
  await page.getByText('“Our grant ended.”').waitFor()
  expect((await ours(project.slug)).map(({ status }) => status)).toEqual(['withdrawn'])
  expect((await other.pledgesOf(basalt.slug, project.slug))[0]).toMatchObject({ active: false })
})
