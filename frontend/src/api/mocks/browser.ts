import { setupWorker } from 'msw/browser'
import { handlers } from './handlers'

/** For `npm run dev:mock`: the SPA alone, without an API. */
export async function startMocks() {
  await setupWorker(...handlers).start({ onUnhandledRequest: 'bypass', quiet: true })
}
