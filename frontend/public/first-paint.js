// Runs before the first paint, as a file because the content security policy allows no inline script.
// Keys and values are those of src/lib/theme.ts and src/lib/locale.ts.
try {
  const theme = localStorage.getItem('cofund.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  const spoken = ['en', 'es', 'fr']
  const wanted = [localStorage.getItem('cofund.locale'), ...navigator.languages.map((name) => name.slice(0, 2))]
  document.documentElement.lang = wanted.find((locale) => spoken.includes(locale)) ?? 'en'
} catch {
  // Storage may be refused; the system's theme and the browser's language are good answers too.
}
// The first format of a page takes long, since the browser then reads what it knows of languages. The styles are still
// on their way now, so nobody waits for it.
new Intl.NumberFormat(document.documentElement.lang).format(1)
