import { i18n, type Messages } from '@lingui/core'
import { currentSession } from '@/api/session'
import { browserLocale, type Locale, storedLocale, storeLocale } from '@/lib/locale'

/** The words of the shell, and those of each feature that a page has needed so far. */
const catalogues = import.meta.glob<{ messages: Messages }>([
  './locales/*.po',
  '../api/locales/*.po',
  '../features/*/locales/*.po',
])
const rooms = new Set(['.'])
const loaded = new Set<string>()

async function load(room: string, locale: Locale) {
  const path = `${room}/locales/${locale}.po`
  if (loaded.has(path)) return
  const catalogue = catalogues[path]
  if (!catalogue) throw new Error(`No catalogue ${path}: run npm run i18n:extract`)
  const { messages } = await catalogue()
  loaded.add(path)
  i18n.load(locale, messages)
}

/** A feature's words in the language of now, before its first page is drawn. */
export async function loadFeatureWords(feature: string) {
  const room = `../features/${feature}`
  rooms.add(room)
  await load(room, i18n.locale as Locale)
}

async function activate(locale: Locale) {
  await Promise.all([...rooms].map((room) => load(room, locale)))
  i18n.activate(locale)
  document.documentElement.lang = locale
}

/** The language somebody picks, on this device from now on. */
export async function chooseLocale(locale: Locale) {
  storeLocale(locale)
  await activate(locale)
}

/** The shell's first language: chosen on this device, else the browser's. */
export async function startLanguage() {
  const locale = storedLocale() ?? browserLocale()
  await activate(locale)
  // Sentences about what went wrong follow the first page: until then an error speaks for itself.
  const answers = '../api'
  rooms.add(answers)
  void load(answers, locale).catch(() => undefined)
}

/** The language of a person's profile, on a device that has not been told otherwise. */
export async function followProfileLanguage() {
  const language = currentSession().user?.language
  if (language && !storedLocale() && language !== i18n.locale) await activate(language)
}
