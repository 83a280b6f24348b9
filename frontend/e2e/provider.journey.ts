import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { campus, next } from './identity-provider'
import { lookEveryWay } from './look'
import { signedInAs, visitor } from './stage'

campus()

const della = 'della@harbourline.example'
const vouched = (sub: string, email: string) => ({ sub, email, email_verified: true, name: 'Della Quarrie' })

async function signInWithCampus(page: Page, from = '/sign-in') {
  await page.goto(from)
  await page.getByRole('link', { name: 'Sign in with Campus' }).click()
}

it('lets somebody in by the address the provider vouches for, and by who they are from then on', async () => {
  const page = await visitor()
  next.account = vouched('della-1', della)
  await page.goto('/sign-in?return_to=%2Forganizations')
  await page.getByRole('link', { name: 'Sign in with Campus' }).waitFor()
  await lookEveryWay(page, 'sign-in-providers')
  await page.getByRole('link', { name: 'Sign in with Campus' }).click()
  await page.getByRole('button', { name: /^Your menu/ }).waitFor()
  // And stays there.
  await page.getByRole('heading', { name: 'Organisations' }).waitFor()
  await page.waitForLoadState('networkidle')
  expect(new URL(page.url()).pathname).toBe('/organizations')

  // Another address there is the same person here.
  const again = await visitor()
  next.account = vouched('della-1', 'della@elsewhere.example')
  await signInWithCampus(again)
  await again.getByRole('button', { name: /^Your menu, Della Quarrie/ }).waitFor()

  // The same address, and somebody else.
  const other = await visitor()
  next.account = vouched('della-2', della)
  await signInWithCampus(other)
  await other.getByRole('alert').getByText('Sign in as before').waitFor()
  await lookEveryWay(other, 'sign-in-refused')
})

it('says what is wrong when nobody is known, nothing is verified, or the provider says no', async () => {
  const stranger = vouched('nobody-1', 'nobody@nowhere.example')
  const refusals = [
    { account: stranger, words: 'Nobody here signs in like this' },
    { account: { ...stranger, sub: 'nobody-2', email_verified: false }, words: 'does not vouch for your address' },
    { account: null, words: 'did not sign you in' },
  ]
  for (const { account, words } of refusals) {
    const page = await visitor()
    next.account = account
    await signInWithCampus(page)
    await page.getByRole('alert').getByText(words).waitFor()
  }
  const page = await visitor()
  await page.goto('/api/v1/auth/oidc/campus/callback?code=stolen&state=guessed')
  await page.getByRole('alert').getByText('This sign-in is over').waitFor()
  expect(await page.getByLabel('Email address').isVisible()).toBe(true)
})

it('adds a way in to an account, and takes it away', async () => {
  const page = await signedInAs('maren@tidewater.example')
  next.account = vouched('maren-1', 'maren@campus.example')
  await page.goto('/account')
  const ways = page.getByRole('region', { name: 'Ways to sign in' })
  await ways.getByRole('button', { name: 'Add Campus' }).click()
  await ways.getByText('maren@campus.example').waitFor()
  await lookEveryWay(page, 'account-identities')

  const elsewhere = await visitor()
  await signInWithCampus(elsewhere)
  await elsewhere.getByRole('button', { name: /^Your menu/ }).waitFor()

  await ways.getByRole('button', { name: 'Remove Campus' }).click()
  await page.getByRole('button', { name: 'Remove it' }).click()
  await ways.getByText('maren@campus.example').waitFor({ state: 'detached' })
  const out = await visitor()
  await signInWithCampus(out)
  await out.getByRole('alert').getByText('Nobody here signs in like this').waitFor()
})
