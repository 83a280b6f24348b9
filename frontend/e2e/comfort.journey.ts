/** For those who enlarge, who want nothing to move, whose connection goes, and who read on paper. */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { asPerson } from './api'
import { look } from './look'
import { fresh, shots, signedInAs, visitor } from './stage'

// Long pages, each looked at in several ways, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 })

const staff = 'ivo@cofund.example'
const lead = 'felix@sundial.example'
const basalt = 'basalt-geophysics-consortium'
const coalition = 'fair-queue-for-scarce-processors'

/** A window of 1280 × 900 in which everything is twice as large. */
const enlarged = { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }

const openProject = async (content = {}) => (await asPerson(staff)).openProject(fresh('Buoys that report'), content)
const amount = (page: Page) => page.getByRole('textbox', { name: /^(Amount|At most)/ })
const offline = (page: Page) => page.getByText('You are offline.')
const chosenDark = (page: Page) => page.addInitScript(() => localStorage.setItem('cofund.theme', 'dark'))

async function open(page: Page, path: string, ready: string | RegExp) {
  await page.goto(path)
  await page.getByRole('heading', { name: ready }).first().waitFor()
  await page.locator('[data-loading]').waitFor({ state: 'detached' })
}

/** Words that lie on other words, and words of which a part is out of sight. */
function spoiltWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lines: { text: string; left: number; right: number; top: number; bottom: number }[] = []
    const spoilt: string[] = []
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walk.nextNode()) {
      const text = walk.currentNode.textContent?.trim().slice(0, 40)
      const of = walk.currentNode.parentElement
      if (!text || !of?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      if (of.closest('select, script, .fixed')) continue // in a box of the browser's own, not drawn, over the page
      const boxes = [...ancestors(of)].map((box) => ({ edge: box.getBoundingClientRect(), ...wayOut(box) }))
      if (boxes.some(({ unseen }) => unseen)) continue
      const scrolls = boxes.some(({ scrolls }) => scrolls)
      const range = document.createRange()
      range.selectNodeContents(walk.currentNode)
      for (const { left, right, top, bottom, height } of range.getClientRects()) {
        if (bottom + window.scrollY < 0) continue // waits above the page until it has the focus
        if (!scrolls && (left < -1 || right > window.innerWidth + 1)) spoilt.push(`“${text}” is beyond the edge`)
        if (!scrolls && boxes.some(({ cuts, edge }) => cuts && (left < edge.left - 1 || right > edge.right + 1))) {
          spoilt.push(`“${text}” is cut`)
        }
        // A line's box is higher than its letters.
        lines.push({ text, left, right, top: top + height * 0.3, bottom: bottom - height * 0.3 })
      }
    }
    for (const [index, { text, left, right, top, bottom }] of lines.entries()) {
      for (const other of lines.slice(index + 1)) {
        const across = Math.min(right, other.right) - Math.max(left, other.left)
        const down = Math.min(bottom, other.bottom) - Math.max(top, other.top)
        if (across > 2 && down > 1) spoilt.push(`“${text}” lies on “${other.text}”`)
      }
    }
    return spoilt

    function* ancestors(element: Element) {
      for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) yield box
    }
    function wayOut(box: Element) {
      const { overflowX, clipPath, position } = getComputedStyle(box)
      const unseen = position === 'absolute' && (clipPath !== 'none' || box.clientWidth === 1) // for screen readers
      return { unseen, scrolls: /auto|scroll/.test(overflowX), cuts: /hidden|clip/.test(overflowX) }
    }
  })
}

/** What takes the focus is in sight: not below the edge of the window, and not behind what is fixed there. */
function hiddenFocus(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const hidden: string[] = []
    for (const field of document.querySelectorAll<HTMLElement>('main :is(a[href], button, input, select, textarea)')) {
      if (!field.checkVisibility({ visibilityProperty: true }) || field.matches(':disabled, [tabindex="-1"]')) continue
      field.focus()
      const { left, top, width, height } = (
        field.matches('[type=radio], [type=checkbox]') ? (field.closest('label') ?? field) : field
      ).getBoundingClientRect()
      const seen = document.elementFromPoint(left + width / 2, Math.min(top + height / 2, top + 20))
      if (seen?.closest('.fixed') && !field.closest('.fixed')) hidden.push(field.outerHTML.slice(0, 80))
      else if (!seen) hidden.push(`out of sight: ${field.outerHTML.slice(0, 80)}`)
    }
    ;(document.activeElement as HTMLElement).blur()
    window.scrollTo(0, 0)
    return hidden
  })
}

async function lookEnlarged(page: Page, name: string) {
  await page.evaluate(() => document.fonts.ready)
  expect(await spoiltWords(page), `${name}: words`).toEqual([])
  expect(await hiddenFocus(page), `${name}: what has the focus and cannot be seen`).toEqual([])
  await look(page, `zoom-${name}`)
}

it('reads at twice the size: the roadmap and a project', async () => {
  const page = await visitor(enlarged)
  await open(page, '/', 'Candidate')
  await lookEnlarged(page, 'roadmap')
  await open(page, `/projects/${coalition}`, 'What will be delivered')
  await lookEnlarged(page, 'project')
})

it('reads at twice the size: a pledge on its way', async () => {
  const { slug } = await openProject({ mode: 'shared' })
  await (await asPerson('ravi@basalt.example')).pledge(slug, basalt, '8000.00')
  const page = await signedInAs(lead, enlarged)
  await open(page, `/projects/${slug}/pledge`, 'How much')
  await amount(page).fill('4,000')
  await page.getByText('You would pay').first().waitFor()
  await page.getByRole('checkbox', { name: 'only if enough others join' }).check()
  await lookEnlarged(page, 'pledge')
  await amount(page).fill('100')
  await page.getByText('This does not go yet').waitFor()
  await lookEnlarged(page, 'pledge-refused')
})

it('reads at twice the size: the staff’s editor', async () => {
  const page = await signedInAs(staff, enlarged)
  const { slug } = await (await asPerson(staff)).draft(fresh('A draft that lacks most'))
  await open(page, `/staff/projects/${slug}`, /lacks most/)
  await lookEnlarged(page, 'editor')
})

/** Whatever on the page would move, were its state to change, or does already. */
const moving = (page: Page) =>
  page.evaluate(() => {
    const seconds = (list: string) => Math.max(...list.split(',').map((time) => Number.parseFloat(time)))
    const moves = [...document.querySelectorAll('*')].flatMap((element) =>
      [undefined, '::before', '::after'].flatMap((part) => {
        const { transitionDuration, animationName, animationDuration } = getComputedStyle(element, part)
        const long = seconds(transitionDuration) > 0.01
        const lively = animationName !== 'none' && seconds(animationDuration) > 0.01
        return long || lively ? [element.outerHTML.slice(0, 100)] : []
      }),
    )
    return [...moves, ...document.getAnimations().map((animation) => `running: ${animation.playState}`)]
  })

for (const reducedMotion of ['reduce', 'no-preference'] as const) {
  it(`moves as much as somebody wants: ${reducedMotion}`, async () => {
    const quiet = async (page: Page, where: string) => {
      if (reducedMotion === 'reduce') expect(await moving(page), where).toEqual([])
    }
    const reader = await visitor({ reducedMotion })
    let go = () => {}
    const held = new Promise<void>((resolve) => {
      go = resolve
    })
    await reader.route('**/api/v1/organizations?**', async (route) => {
      await held
      await route.continue()
    })
    await open(reader, '/', 'Candidate')
    await quiet(reader, 'roadmap')
    await reader.getByRole('link', { name: 'Organisations' }).click()
    await reader.locator('[data-loading]').waitFor()
    await quiet(reader, 'while it loads')
    go()
    await reader.getByRole('heading', { name: 'Organisations' }).waitFor()

    const { slug } = await openProject({ mode: 'shared' })
    await open(reader, `/projects/${slug}`, 'What will be delivered')
    const counted = reader.getByRole('region', { name: 'Funding' }).locator('data').first()
    await expect.poll(() => counted.getAttribute('value')).toBe('0.00')
    await (await asPerson('ravi@basalt.example')).pledge(slug, basalt, '8000.00')
    await expect.poll(() => counted.getAttribute('value'), { timeout: 15_000 }).not.toBe('0.00')
    await quiet(reader, 'project, just after a pledge')
    if (reducedMotion === 'no-preference') expect(await moving(reader)).not.toEqual([]) // what is looked for is there

    const page = await signedInAs(lead, { reducedMotion })
    await open(page, `/projects/${slug}/pledge`, 'How much')
    await amount(page).fill('6,000')
    await page.getByText('You would pay').first().waitFor()
    await quiet(page, 'pledge')
    await page.getByRole('checkbox', { name: /^I may commit this/ }).check()
    await page.getByRole('button', { name: /^Pledge/ }).click()
    await page.getByRole('button', { name: 'Withdraw…' }).click()
    await page.getByRole('dialog').waitFor()
    await quiet(page, 'dialog')
    await look(page, `motion-${reducedMotion}`)
  })
}

it('stays readable without a connection, and knows what went by when it is back', async () => {
  const { slug, title } = await openProject()
  const project = await visitor()
  await open(project, `/projects/${slug}`, 'What will be delivered')
  const organization = await visitor()
  await open(organization, `/organizations/${basalt}`, 'Basalt Geophysics Consortium')
  expect(await organization.getByRole('link', { name: title }).count()).toBe(0)

  for (const page of [project, organization]) {
    await page.context().setOffline(true)
    await offline(page).waitFor()
  }
  await (await asPerson('ravi@basalt.example')).pledge(slug, basalt, '2500.00')
  await project.getByRole('heading', { name: 'What will be delivered' }).scrollIntoViewIfNeeded()
  await project.waitForTimeout(3_000) // whatever would give up has given up
  await project.getByText('A lantern').first().waitFor()
  await look(project, 'offline-project')

  for (const page of [project, organization]) {
    await page.context().setOffline(false)
    await offline(page).waitFor({ state: 'detached' })
  }
  const patience = { timeout: 20_000 }
  await project.getByRole('link', { name: 'Basalt Geophysics Consortium' }).first().waitFor(patience)
  await organization.getByRole('link', { name: title }).first().waitFor(patience)
  await look(project, 'offline-over')
})

it('loses nothing of a pledge that was half-way when the connection went', async () => {
  const { slug } = await openProject({ mode: 'shared' })
  const page = await signedInAs(lead)
  await open(page, `/projects/${slug}/pledge`, 'How much')
  await amount(page).fill('4,000')
  await page.getByText('You would pay').first().waitFor()
  await page.getByLabel('Purchase order').fill('SUN-27-20')

  await page.context().setOffline(true)
  await offline(page).waitFor()
  await amount(page).fill('6,000')
  await page.getByRole('radio', { name: /The name only/ }).check()
  await page.getByRole('checkbox', { name: /^I may commit this/ }).check()
  await page.getByRole('button', { name: /^Pledge/ }).click()
  await page.getByRole('alert').first().waitFor()
  await look(page, 'offline-pledge')

  await page.context().setOffline(false)
  await offline(page).waitFor({ state: 'detached' })
  expect(await amount(page).inputValue()).toBe('6,000.00')
  expect(await page.getByLabel('Purchase order').inputValue()).toBe('SUN-27-20')
  expect(await page.getByRole('radio', { name: /The name only/ }).isChecked()).toBe(true)
  await page.getByRole('status').filter({ hasText: 'You would pay' }).getByText('6,000').first().waitFor()
  await page.getByRole('button', { name: /^Pledge/ }).click()
  await page.waitForURL('**/pledges/*-*')
  const pledges = await (await asPerson(lead)).pledgesOf('sundial-astronomy-collaboration', slug)
  expect(pledges).toHaveLength(1)
  expect(pledges[0]).toMatchObject({ amount: '6000.00', visibility: 'name_only', purchase_order: 'SUN-27-20' })
})

/** On paper as wide as A4 between its margins: a picture, the file itself, and how many sheets it takes. */
async function print(page: Page, name: string): Promise<number> {
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 658, height: 986 })
  for (const part of ['navigation', 'button', 'textbox'] as const) {
    const shown = await page.getByRole(part).filter({ visible: true }).allInnerTexts()
    expect(shown, `${name}: ${part} on paper`).toEqual([])
  }
  const { paper, faint } = await page.evaluate(() => {
    const shade = (color: string) => {
      const context = new OffscreenCanvas(1, 1).getContext('2d')
      if (!context) return 1
      context.fillStyle = '#fff'
      context.fillRect(0, 0, 1, 1)
      context.fillStyle = color
      context.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
      return Math.round((21 * red + 72 * green + 7 * blue) / 255) / 100
    }
    const texts = [...document.querySelectorAll('body *')].filter(
      (element) =>
        element.checkVisibility() &&
        [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
    )
    return {
      paper: [document.documentElement, document.body].map((box) => shade(getComputedStyle(box).backgroundColor)),
      faint: texts
        .filter((text) => shade(getComputedStyle(text).color) > 0.5)
        .map((text) => text.outerHTML.slice(0, 100)),
    }
  })
  expect(paper, `${name}: paper`).toEqual([1, 1])
  expect(faint, `${name}: light on white`).toEqual([])
  await look(page, `print-${name}`)
  const file = await page.pdf({ path: join(shots, `print-${name}.pdf`), format: 'A4' })
  await page.emulateMedia({ media: 'screen' })
  return file.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
}

it('prints dark on white, without what only a screen can use, whatever theme was chosen', async () => {
  const reader = await visitor({ dark: true })
  await chosenDark(reader)
  await open(reader, `/projects/${coalition}`, 'What will be delivered')
  expect(await reader.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
  console.log(`sheets of the project: ${await print(reader, 'project')}`)

  const { slug } = await openProject({ mode: 'shared' })
  const { id } = await (await asPerson(lead)).pledge(slug, 'sundial-astronomy-collaboration', '6000.00')
  const page = await signedInAs(lead, { dark: true })
  await chosenDark(page)
  await open(page, `/pledges/${id}/pitch`, 'What it asks of us')
  console.log(`sheets of the pitch: ${await print(page, 'pitch')}`)

  await open(page, `/pledges/${id}`, /for “Buoys/)
  const opened = page.context().waitForEvent('page')
  await page.getByRole('button', { name: 'Letter to print' }).click()
  const letter = await opened
  await letter.getByRole('heading', { name: 'Letter of commitment' }).waitFor()
  console.log(`sheets of the letter: ${await print(letter, 'letter')}`)
})

for (const [path, ready] of [
  ['/', 'Candidate'],
  [`/projects/${coalition}`, 'What will be delivered'],
] as const) {
  for (const width of [1280, 390]) {
    it(`lets nothing jump while ${path} arrives, ${width} pixels wide`, async () => {
      const page = await visitor({ viewport: { width, height: width < 400 ? 844 : 900 } })
      // Answers that are late are those that push things about.
      await page.route('**/api/v1/**', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 300))
        await route.continue()
      })
      await open(page, path, ready)
      await page.evaluate(() => document.fonts.ready)
      await page.waitForTimeout(1_000)
      const shifts = await page.evaluate(
        () =>
          new Promise<{ value: number; of: string[] }[]>((resolve) => {
            type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node?: Node }[] }
            const words = ({ node }: { node?: Node }) =>
              (node as Element)?.outerHTML?.slice(0, 80) ?? String(node?.nodeName)
            new PerformanceObserver((list) =>
              resolve((list.getEntries() as Shift[]).map(({ value, sources }) => ({ value, of: sources.map(words) }))),
            ).observe({ type: 'layout-shift', buffered: true })
            setTimeout(() => resolve([]), 500)
          }),
      )
      const total = shifts.reduce((sum, { value }) => sum + value, 0)
      console.log(`layout shift of ${path} at ${width}: ${total.toFixed(4)}`)
      expect(total, JSON.stringify(shifts, null, 1)).toBeLessThan(0.01)
    })
  }
}
