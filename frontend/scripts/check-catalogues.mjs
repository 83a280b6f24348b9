// Fails when a string of the source is in no catalogue, or a catalogue lacks a translation.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('..', import.meta.url))
const lingui = (...args) => execFileSync(join(here, 'node_modules/.bin/lingui'), args, { cwd: here, stdio: 'pipe' })

const catalogues = () => readdirSync(join(here, 'src'), { recursive: true }).filter((file) => file.endsWith('.po'))
const texts = () =>
  Object.fromEntries(catalogues().map((file) => [file, readFileSync(join(here, 'src', file), 'utf8')]))

/** The headers name the moment of extraction, which says nothing about the strings. */
const words = (text = '') => text.replace(/^"(POT-Creation|PO-Revision)-Date.*$/gm, '')

const before = texts()
const kept = mkdtempSync(join(tmpdir(), 'cofund-words-'))
let after
try {
  for (const file of Object.keys(before)) cpSync(join(here, 'src', file), join(kept, file))
  lingui('extract', '--clean')
  after = texts()
} finally {
  for (const file of Object.keys(before)) cpSync(join(kept, file), join(here, 'src', file))
  rmSync(kept, { recursive: true })
}

const stale = Object.keys(after).filter((file) => words(after[file]) !== words(before[file]))
const missing = Object.entries(after).flatMap(([file, text]) =>
  file.includes('/en.po')
    ? []
    : [...text.matchAll(/^msgid ((?:".*"\n)+)msgstr ""\n(?!")/gm)]
        .filter(([, id]) => id !== '""\n')
        .map(([, id]) => `${file}: no translation of ${id.trim()}`),
)
for (const file of stale) console.error(`${file} does not hold the strings of the source: run npm run i18n:extract`)
for (const sentence of missing) console.error(sentence)
if (stale.length + missing.length > 0) process.exit(1)
console.log(`${Object.keys(after).length} catalogues, every string in every language`)
