import { expect, it } from 'vitest'
import { locales } from '@/lib/locale'

const catalogues = import.meta.glob<{ messages: Record<string, string> }>('/src/**/locales/*.po', { eager: true })
const rooms = [...new Set(Object.keys(catalogues).map((path) => path.replace(/\/\w+\.po$/, '')))]

it.each(rooms)('%s says everything in every language', (room) => {
  const ids = (locale: string) =>
    Object.entries(catalogues[`${room}/${locale}.po`]?.messages ?? {})
      .filter(([, message]) => message.length > 0)
      .map(([id]) => id)
      .toSorted()
  for (const locale of locales) expect(ids(locale), locale).toEqual(ids('en'))
  expect(ids('en').length).toBeGreaterThan(0)
})
