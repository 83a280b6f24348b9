import { setupServer } from 'msw/node'
import { handlers } from './handlers'

/** The same answers for unit tests. */
export const server = setupServer(...handlers)
