import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'

/** One catalogue for the shell, one for what the API answers, one beside each feature: a page brings its own words only. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'es', 'fr'],
  catalogs: [
    { path: 'src/app/locales/{locale}', include: ['src/app', 'src/ui', 'src/lib'] },
    { path: 'src/api/locales/{locale}', include: ['src/api'] },
    { path: 'src/features/{name}/locales/{locale}', include: ['src/features/{name}/'] },
  ],
  format: formatter({ lineNumbers: false, printLinguiId: false }),
})
