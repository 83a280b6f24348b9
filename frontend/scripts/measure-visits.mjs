// How soon a page can be read on a slow phone, at the first visit and at the next, and what came over the network for
// it. Asks the server at COFUND_URL for the addresses it is called with; prints JSON. `cargo xtask bench` calls it.
import { chromium } from 'playwright-core'

const url = process.env.COFUND_URL
const paths = process.argv.slice(2)
const rounds = 5
/** What Lighthouse takes for a phone: a slow mobile network, and a quarter of this machine's speed. */
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: (1_600 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
}
const slowdown = 4
const screen = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true }

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
})

async function visit(context, path) {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', network)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  let [bytes, requests] = [0, 0]
  const cached = new Set()
  devtools.on('Network.requestServedFromCache', ({ requestId }) => cached.add(requestId))
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength
    if (!cached.has(requestId) && encodedDataLength > 0) requests += 1
  })
  await page.goto(url + path, { waitUntil: 'networkidle' })
  const paints = await page.evaluate(async () => {
    const seen = (type) =>
      new Promise((resolve) => {
        const observer = new PerformanceObserver((list) => resolve(list.getEntries()))
        observer.observe({ type, buffered: true })
        setTimeout(() => resolve([]), 500)
      })
    const [paint, largest, shifts] = [
      await seen('paint'),
      await seen('largest-contentful-paint'),
      await seen('layout-shift'),
    ]
    return {
      first: paint.find((entry) => entry.name === 'first-contentful-paint')?.startTime,
      largest: largest.at(-1)?.startTime,
      shift: shifts.filter((entry) => !entry.hadRecentInput).reduce((sum, entry) => sum + entry.value, 0),
    }
  })
  await page.close()
  if (!paints.first || !paints.largest) throw new Error(`${path} showed nothing`)
  return { ...paints, bytes, requests }
}

function median(visits) {
  const middle = (name) => visits.map((each) => each[name]).sort((a, b) => a - b)[Math.floor(visits.length / 2)]
  return {
    first_ms: Math.round(middle('first')),
    largest_ms: Math.round(middle('largest')),
    shift: Number(middle('shift').toFixed(3)),
    kilobytes: Math.round(middle('bytes') / 1000),
    requests: middle('requests'),
  }
}

const pages = []
for (const path of paths) {
  const [first, second] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext(screen)
    first.push(await visit(context, path))
    second.push(await visit(context, path))
    await context.close()
  }
  pages.push({ path, first: median(first), second: median(second) })
}
await browser.close()
console.log(JSON.stringify(pages))
