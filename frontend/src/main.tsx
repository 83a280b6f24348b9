import './styles/index.css'
import { StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiError } from './api/problem'
import { restoreSession } from './api/renew'
import { App, loadFirstPage, watchSession } from './app/App'
import { followProfileLanguage, startLanguage } from './app/catalogues'

/** A fault of ours belongs in the console; what the API answered is on the page. */
function reportFault(error: unknown) {
  // biome-ignore lint/suspicious/noConsole: see above
  if (!(error instanceof ApiError)) console.error(error)
}

/** Words and session first, together: so the first picture is the right one, and nothing flashes. */
async function start() {
  if (import.meta.env.MODE === 'mock') await (await import('./api/mocks/browser')).startMocks()
  await Promise.all([startLanguage(), restoreSession()])
  await followProfileLanguage()
  watchSession()
  await loadFirstPage()
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  // Drawn in small pieces, between which the browser can answer to a finger.
  startTransition(() => {
    createRoot(root, { onCaughtError: reportFault }).render(
      <StrictMode>
        <App />
      </StrictMode>,
    )
  })
}

void start()
