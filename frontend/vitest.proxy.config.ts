import { defineConfig } from 'vitest/config'

/** Requests to the proxy of the frontend's image; `cargo xtask test --only containers` starts what they go to. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['e2e/proxy.test.ts'],
    testTimeout: 20_000,
  },
})
