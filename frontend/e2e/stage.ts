import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'

/** Where the product runs that these journeys go through. */
export const url = required('COFUND_URL')
/** Where people may be sent to prove who they are: a page's own requests never go there. */
export const provider = `http://127.0.0.1:${process.env.COFUND_PROVIDER_PORT ?? 0}`
export const mailFolder = required('COFUND_MAIL_DIR')
export const shots = process.env.COFUND_SHOTS ?? join(tmpdir(), 'cofund-shots')
mkdirSync(shots, { recursive: true })

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: run the journeys with \`cargo xtask test --only journeys\``)
  return value.replace(/\/$/, '')
}

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
})
afterAll(() => browser?.close())

/** What a visitor's browser complained about; a journey is red if it is not empty. */
const complaints = new WeakMap<BrowserContext, string[]>()

type Look = BrowserContextOptions & { dark?: boolean; narrow?: boolean }

/** Somebody with a browser of their own. Errors in the console and requests to other hosts fail the journey. */
export async function visitor({ dark = false, narrow = false, ...other }: Look = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    // Nothing moves, so that a picture shows a state and not a moment between two.
    reducedMotion: 'reduce',
    colorScheme: dark ? 'dark' : 'light',
    viewport: narrow ? { width: 320, height: 700 } : { width: 1280, height: 900 },
    ...other,
  })
  context.setDefaultTimeout(10_000)
  const found: string[] = []
  complaints.set(context, found)
  context.on('weberror', (error) => found.push(`error: ${error.error().message}`))
  context.on('console', (message) => {
    // The browser itself reports every 4xx; whether one was meant to come is the journey's affair.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      found.push(`console: ${message.text()}`)
    }
  })
  context.on('request', (request) => {
    if (request.isNavigationRequest() && request.url().startsWith(`${provider}/`)) return
    if (!request.url().startsWith(url) && /^https?:/.test(request.url())) found.push(`other host: ${request.url()}`)
  })
  const page = await context.newPage()
  onTestFinished(async () => {
    await context.close()
    expect(found, 'what the browser complained about').toEqual([])
  })
  return page
}

/** Signs somebody in without a mail, as the development page does. */
export async function signedInAs(email: string, look: Look = {}): Promise<Page> {
  const page = await visitor(look)
  await page.goto(`/dev/sign-in/${encodeURIComponent(email)}`)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: /^Your menu/ }).waitFor()
  return page
}

/** A name or address that no run before has used. */
export const fresh = (word: string) => `${word}-${Date.now().toString(36)}`
