import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { shots } from './stage'

/** Looks at the page as it is now: a picture of it, nothing for axe to find, nothing that scrolls sideways. */
export async function look(page: Page, name: string) {
  await page.evaluate(() => document.fonts.ready)
  const modal = (await page.locator('dialog[open]').count()) > 0 // covers the window, not the whole page
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: !modal })
  const { violations } = await new AxeBuilder({ page }).analyze()
  const findings = violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target} ${html}`))
  expect(findings, `${name}: what axe finds`).toEqual([])
  const [needed, given] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
  expect(needed, `${name}: width`).toBeLessThanOrEqual(given ?? 0)
}

/** The same in light, dark, and at 320 pixels. */
export async function lookEveryWay(page: Page, name: string) {
  // Before its heading is there, a page has nothing to look at and nothing for axe to find.
  await page.locator('h1').first().waitFor()
  await page.locator('[data-loading]').waitFor({ state: 'detached' })
  const before = page.viewportSize() ?? { width: 1280, height: 900 }
  await page.emulateMedia({ colorScheme: 'light' })
  await look(page, `${name}-light`)
  await page.emulateMedia({ colorScheme: 'dark' })
  await look(page, `${name}-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 320, height: 700 })
  await look(page, `${name}-320`)
  await page.setViewportSize(before)
}
