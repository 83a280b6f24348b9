/** The languages the product speaks, and how each writes dates and numbers. */
export const locales = ['en', 'es', 'fr'] as const
export type Locale = (typeof locales)[number]

export const localeNames: Record<Locale, string> = { en: 'English', es: 'Español', fr: 'Français' }

/** English is neutral here: 21 November 2026 and US$ 12,500.00, for readers of many countries. */
const formats: Record<Locale, string> = { en: 'en-GB', es: 'es', fr: 'fr' }

const key = 'cofund.locale'

export function isLocale(value: unknown): value is Locale {
  return locales.includes(value as Locale)
}

export function formatLocale(locale: string): string {
  return isLocale(locale) ? formats[locale] : formats.en
}

/** What was chosen on this device. */
export function storedLocale(): Locale | null {
  try {
    const stored = localStorage.getItem(key)
    return isLocale(stored) ? stored : null
  } catch {
    return null
  }
}

export function storeLocale(locale: Locale) {
  try {
    localStorage.setItem(key, locale)
  } catch {
    // Storage may be refused; the choice then lasts as long as the page.
  }
}

/** The first language of the browser that we speak. */
export function browserLocale(): Locale {
  return navigator.languages.map((language) => language.slice(0, 2)).find(isLocale) ?? 'en'
}
