// The SPA's imports run one way: lib ← api ← ui ← features ← app, and no feature knows another.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

const order = ['lib', 'api', 'ui', 'features', 'app']
const longestFile = 150
/** Generated, or a list of everything there is: of the API, of the pages. */
const mayBeLong = new Set(['api/schema.ts', 'app/router.tsx'])

/** Every way in which the files under `src` break the rules, as sentences. */
export function brokenWalls(src) {
  return readdirSync(src, { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => check(src, file))
}

function check(src, file) {
  const text = readFileSync(join(src, file), 'utf8')
  const lines = text.split('\n').length
  const found = lines > longestFile && !mayBeLong.has(file) ? [`${file} has ${lines} lines; split it`] : []
  if (/(^|\/)(utils?|helpers?|common|managers?)(\/|\.|$)/i.test(file)) found.push(`${file} is named for nothing`)
  const [from, fromFeature] = roomOf(file)
  for (const target of importsOf(src, file, text)) {
    const [to, toFeature] = roomOf(target)
    if (order.indexOf(to) > order.indexOf(from) && from !== 'main')
      found.push(`${file} (${from}) imports ${target} (${to})`)
    if (from === 'features' && to === 'features' && fromFeature !== toFeature) {
      found.push(`${file} imports the feature ${toFeature}`)
    }
  }
  return found
}

/** The room a file is in; what lies directly in src/ starts the program and may import anything. */
function roomOf(file) {
  const [room, inner] = file.split('/')
  return order.includes(room) ? [room, inner] : ['main']
}

function importsOf(src, file, text) {
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, specifier]) => specifier)
  return specifiers.flatMap((specifier) => {
    if (specifier.startsWith('@/')) return [specifier.slice(2)]
    if (specifier.startsWith('.')) return [relative(src, resolve(join(src, dirname(file)), specifier))]
    return []
  })
}
