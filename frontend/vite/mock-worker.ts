import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'

/** Serves MSW's worker script to `npm run dev:mock`, so that no copy of it lies in `public/` and reaches a build. */
export function mockWorker(mode: string): Plugin {
  return {
    name: 'cofund:mock-worker',
    apply: 'serve',
    configureServer(server) {
      if (mode !== 'mock') return
      server.middlewares.use('/mockServiceWorker.js', async (_request, response) => {
        const script = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js')
        response.setHeader('Content-Type', 'text/javascript')
        response.end(await readFile(script))
      })
    },
  }
}
