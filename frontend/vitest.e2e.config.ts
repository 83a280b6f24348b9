import { defineConfig } from 'vitest/config'

/** Journeys through the real product in a real browser: one after the other, since those of a file share its people. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['e2e/**/*.journey.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
