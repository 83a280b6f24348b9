import { expect, it } from 'vitest'
import { look, lookEveryWay } from './look'
import { linkFor } from './mail'
import { fresh, signedInAs, visitor } from './stage'

const lead = 'maren@tidewater.example'
const organization = '/organizations/tidewater-ocean-data-commons'

it('invites somebody new, who accepts, gets another role, and is out at the next click after removal', async () => {
  const page = await signedInAs(lead)
  await page.goto(`${organization}/people`)
  await lookEveryWay(page, 'organization-people')

  const email = `${fresh('ines')}@tidewater.example`
  const asked = Date.now()
  await page.getByRole('button', { name: 'Invite…' }).click()
  const invite = page.getByRole('dialog', { name: 'Invite a colleague' })
  await lookEveryWay(page, 'organization-invite')
  await invite.getByLabel('Email address').fill(email)
  await invite.getByLabel('Limit a fiscal year').fill('2,500')
  await invite.getByRole('button', { name: 'Send the invitation' }).click()
  await page.getByRole('row', { name: email }).waitFor()

  const colleague = await visitor()
  await colleague.goto(await linkFor(email, '/invitations/accept', asked))
  await colleague.getByText('You become a champion').waitFor()
  await lookEveryWay(colleague, 'invitation')
  await colleague.getByRole('button', { name: 'Accept the invitation' }).click()
  expect(await colleague.getByLabel('Your name').getAttribute('aria-invalid')).toBe('true')
  await colleague.getByLabel('Your name').fill('Ines Baptiste')
  await colleague.getByRole('button', { name: 'Accept the invitation' }).click()
  await colleague.getByText('Welcome to Tidewater Ocean Data Commons.').waitFor()
  await colleague.getByRole('link', { name: 'People' }).click()
  await colleague.getByRole('row', { name: email }).getByText('you').waitFor()

  await page.reload()
  const row = page.getByRole('row', { name: email })
  expect(await row.innerText()).toContain('2,500.00')
  await row.getByRole('button', { name: 'Change Ines Baptiste' }).click()
  const change = page.getByRole('dialog', { name: 'Change what Ines Baptiste may do' })
  await change.getByLabel('Viewer').check()
  await look(page, 'organization-change-role')
  await change.getByRole('button', { name: 'Change the role' }).click()
  await expect.poll(() => row.innerText()).toContain('Viewer')

  await row.getByRole('button', { name: 'Remove Ines Baptiste' }).click()
  await lookEveryWay(page, 'organization-remove')
  await page.getByRole('dialog').getByRole('button', { name: 'Remove Ines Baptiste' }).click()
  await page.getByText('Ines Baptiste is no longer in').waitFor()
  expect(await row.count()).toBe(0)

  await colleague.getByRole('link', { name: 'Profile' }).click()
  await colleague.getByRole('link', { name: 'Profile' }).waitFor({ state: 'detached' })
  await colleague.goto(`${organization}/people`)
  await colleague.getByRole('heading', { name: 'This is not open to you' }).waitFor()
  await lookEveryWay(colleague, 'forbidden')
})

it('sends an invitation again and revokes it; the link in the mail then says so', async () => {
  const page = await signedInAs(lead)
  await page.goto(`${organization}/people`)
  const email = `${fresh('teodor')}@tidewater.example`
  const asked = Date.now()
  await page.getByRole('button', { name: 'Invite…' }).click()
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Finance').check()
  await page.getByRole('button', { name: 'Send the invitation', exact: true }).click()
  const row = page.getByRole('row', { name: email })
  await row.waitFor()
  const link = await linkFor(email, '/invitations/accept', asked)

  await row.getByRole('button', { name: /^Send again/ }).click()
  await page.getByRole('button', { name: 'Send it again' }).click()
  await page.getByText(`The invitation to ${email} is on its way again.`).waitFor()
  await row.getByRole('button', { name: /^Revoke/ }).click()
  await page.getByRole('button', { name: 'Revoke the invitation', exact: true }).click()
  await row.waitFor({ state: 'detached' })

  const colleague = await visitor()
  await colleague.goto(link)
  await colleague.getByText('This invitation has been used, revoked or has run out').waitFor()
  await lookEveryWay(colleague, 'invitation-revoked')
})

it('lets somebody who has an account sign in first, and comes back to the invitation', async () => {
  const page = await signedInAs(lead)
  await page.goto(`${organization}/people`)
  const email = 'felix@sundial.example'
  const asked = Date.now()
  await page.getByRole('button', { name: 'Invite…' }).click()
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Viewer').check()
  await page.getByRole('button', { name: 'Send the invitation', exact: true }).click()
  await page.getByRole('row', { name: email }).waitFor()

  const felix = await visitor()
  await felix.goto(await linkFor(email, '/invitations/accept', asked))
  await felix.getByText('You already have an account').waitFor()
  await look(felix, 'invitation-sign-in-first')
  const again = Date.now()
  await felix.getByRole('button', { name: 'Send me a link to sign in' }).click()
  await felix.getByText('A link to sign in is on its way').waitFor()

  const beside = await felix.context().newPage()
  await beside.goto(await linkFor(email, '/sign-in/confirm', again))
  await beside.getByRole('button', { name: 'Sign in' }).click()
  await beside.getByRole('button', { name: 'Accept the invitation' }).waitFor()
  await felix.bringToFront()
  await felix.getByRole('button', { name: 'Accept the invitation' }).click()
  await felix.getByText('Welcome to Tidewater Ocean Data Commons.').waitFor()

  await felix.getByRole('link', { name: 'People' }).click()
  await felix.getByRole('button', { name: 'Leave…' }).click()
  await felix.getByRole('button', { name: 'Leave the organisation' }).click()
  await felix.getByText('You have left Tidewater Ocean Data Commons.').waitFor()
})

it('keeps profile, logo and billing', async () => {
  const page = await signedInAs(lead)
  await page.goto(`${organization}/settings`)
  await page.getByRole('heading', { name: 'Public profile' }).waitFor()
  await lookEveryWay(page, 'organization-settings')
  await page.getByLabel('Website').fill('ftp://nowhere')
  await page.getByRole('button', { name: 'Save the profile' }).click()
  await page.getByText('Start it with https://.').waitFor()
  await page.getByLabel('Website').fill('https://tidewater.example')
  const words = fresh('Buoys')
  await page.getByLabel('About you').fill(`${words}, read in **one place**.`)
  await page.getByRole('button', { name: 'Save the profile' }).click()
  await page.getByText('The profile is saved.').waitFor()

  await page.getByLabel('A picture for the logo').setInputFiles('e2e/logo.png')
  await page.getByText('The logo is set.').waitFor()

  const stranger = await visitor()
  await stranger.goto(organization)
  await stranger.getByText(words).waitFor()
  expect(await stranger.locator('main strong').first().innerText()).toBe('one place')
  expect(
    await stranger
      .locator('main img')
      .first()
      .evaluate((image: HTMLImageElement) => image.naturalWidth),
  ).toBeGreaterThan(0)
  expect(await stranger.getByRole('link', { name: 'People' }).count()).toBe(0)
  await lookEveryWay(stranger, 'organization-public')
})
