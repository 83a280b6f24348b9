import { i18n } from '@lingui/core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { server } from './api/mocks/server'
import { resetStore } from './api/mocks/store'

i18n.activate('en')
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => {
  server.resetHandlers()
  resetStore()
})
afterAll(() => server.close())
