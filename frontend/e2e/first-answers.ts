import type { Page } from 'playwright-core'

/** From now on pages come without their first answers, as when the server could not ask: they wait for the API. */
export async function withoutFirstAnswers(page: Page) {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback()
    const response = await route.fetch()
    const html = await response.text()
    const bare = html.replace(/<script type="application\/json" id="first-answers">.*?<\/script>/s, '')
    await route.fulfill({ response, body: bare })
  })
}
