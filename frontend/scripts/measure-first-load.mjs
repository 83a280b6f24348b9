// How much script a first visit loads: the entry, what it imports, and the roadmap. Fails above the limit.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

// React stays at 19.2: 19.3 adds 9 kB gz for view transitions, which no page uses.
const limit = 130
const dist = fileURLToPath(new URL('../dist', import.meta.url))
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
const size = (file) => gzipSync(readFileSync(join(dist, file))).length / 1000

/** An entry with everything it imports at once. */
function withImports(key, seen = new Set()) {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const imported of manifest[key].imports ?? []) withImports(imported, seen)
  return seen
}

const entry = withImports('index.html')
const words = ['src/app/locales/en.po', 'src/features/roadmap/locales/en.po']
const roadmap = withImports('src/features/roadmap/pages/RoadmapPage.tsx')
const first = new Set([...entry, ...words, ...roadmap])
const scripts = ['first-paint.js', ...new Set([...first].map((key) => manifest[key].file))]

const total = scripts.reduce((sum, file) => sum + size(file), 0)
const all = readdirSync(join(dist, 'assets')).filter((file) => file.endsWith('.js'))
for (const file of scripts) console.log(`${size(file).toFixed(1).padStart(7)} kB gz  ${file}`)
console.log(`${total.toFixed(1).padStart(7)} kB gz  first load of / (limit ${limit}), of ${all.length} scripts in all`)
if (total > limit) process.exit(1)
