import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'

/** One catalogue for the shell, one beside each feature: a page brings its own words and no others. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'es', 'fr'],
  catalogs: [
    { path: 'src/app/locales/{locale}', include: ['src/app', 'src/api', 'src/ui', 'src/lib'] },
    { path: 'src/features/{name}/locales/{locale}', include: ['src/features/{name}/'] },
  ],
  format: formatter({ lineNumbers: false, printLinguiId: false }),
})
