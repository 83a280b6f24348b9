// Runs before the first paint, as a file because the content security policy allows no inline script.
// Keys and values are those of src/lib/theme.ts and src/lib/locale.ts.
try {
  const theme = localStorage.getItem('cofund.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  const locale = localStorage.getItem('cofund.locale')
  if (locale) document.documentElement.lang = locale
} catch {
  // Storage may be refused; the system's theme and the browser's language are good answers too.
}
