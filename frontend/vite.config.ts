import { fileURLToPath } from 'node:url'
import { lingui } from '@lingui/vite-plugin'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { linguiMacros } from './vite/lingui-macros.ts'
import { mockWorker } from './vite/mock-worker.ts'
import { preloadFonts } from './vite/preload-fonts.ts'

/** Where `npm run dev` sends what is not the SPA's own. */
const api = process.env.COFUND_URL ?? 'http://127.0.0.1:8080'

/** Small things that most pages share come as one file: a dozen files of a few lines compress badly. */
const smallPieces =
  /src\/(lib\/(?!count|csv|fiscal-years|fraction|initials|scale)|ui\/(Badge|button-class|EmptyState|form\/field-context|Later|Money|Rounded|Stat|use-filters)|ui\/funding\/(Certainty(Bar|Legend)|certainty-words|headline|project-words|ProjectLink)|api\/(all-pages|prefetch|projects|stats))|react-query\/.*(useQuery|useBaseQuery|queryOptions)/

/** The same for what a project's page shares with those about its pledges. */
const projectPieces =
  /src\/(ui\/(Callout|ConfirmDialog|CopyButton|DateTime|Dialog|Panel|Prose)|ui\/form\/(FormFailure|FigureBox|money-figure)|ui\/funding\/(CertaintyTable|Explanation|FundingWord|LastDay|Level|News|pledge-words|shares-after)|lib\/scale|api\/live)|react-query\/.*useQueries|query-core\/.*queriesObserver/

export default defineConfig(({ command, mode }) => ({
  plugins: [
    linguiMacros(),
    react(),
    lingui({ failOnMissing: command === 'build' }),
    tailwindcss(),
    mockWorker(mode),
    preloadFonts(),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    host: '127.0.0.1',
    proxy: mode === 'mock' ? {} : { '/api': api, '/dev': api, '/docs': api, '/healthz': api },
  },
  build: {
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    manifest: true,
    modulePreload: {
      // Every browser of the target knows it.
      polyfill: false,
      // Two pages are entered from outside. The names of what all others need would weigh on everybody's first load;
      // those pages are fetched when somebody points at a link.
      resolveDependencies: (file, needed, { hostType }) =>
        hostType === 'html' || /(Roadmap|Project)Page/.test(file) ? needed : [],
    },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'pieces', test: smallPieces },
            { name: 'project-pieces', test: projectPieces, includeDependenciesRecursively: false },
          ],
        },
      },
    },
    // The content security policy allows no `data:` scripts, and fonts cache better as files.
    assetsInlineLimit: 0,
  },
}))
