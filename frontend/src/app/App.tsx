import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { currentSession, subscribeToSession } from '@/api/session'
import { followProfileLanguage } from './catalogues'
import { buildQueryClient } from './query-client'
import { buildRouter } from './router'

const queryClient = buildQueryClient()
const router = buildRouter(queryClient)

/** As long as the words in the page may stand alone; after that, the shape of what is coming says more. */
const patience = 600

/** What is asked for first is drawn whole, if it is there soon: its answers came with the page. */
export function loadFirstPage(): Promise<unknown> {
  return Promise.race([router.load(), new Promise((resolve) => setTimeout(resolve, patience))])
}

/** Closed doors lead away first, so that no page is drawn for whom it is not; what stays open is fetched anew. */
async function changePerson() {
  await followProfileLanguage()
  await router.invalidate()
  queryClient.removeQueries({ type: 'inactive' })
  await queryClient.resetQueries()
}

/**
 * Nobody sees what another person was shown: a change of person empties the cache and asks every door again.
 * Called once the first session is known; that one finds everything empty.
 */
export function watchSession() {
  let before = currentSession()
  subscribeToSession(() => {
    const now = currentSession()
    const [was, is] = [before.user?.id, now.user?.id]
    const revived = before.status === 'ended' && now.status === 'signed-in'
    before = now
    if (was !== is) void changePerson()
    else if (revived) void queryClient.invalidateQueries()
  })
}
export function App() {
  return (
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  )
}
