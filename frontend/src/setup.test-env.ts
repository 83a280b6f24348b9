import { i18n } from '@lingui/core'
import { cleanup } from '@testing-library/react'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { server } from './api/mocks/server'
import { resetStore } from './api/mocks/store'

i18n.loadAndActivate({ locale: 'en', messages: {} })
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => {
  cleanup()
  server.resetHandlers()
  resetStore()
})
afterAll(() => server.close())
