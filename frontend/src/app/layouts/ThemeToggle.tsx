import { useLingui } from '@lingui/react/macro'
import { useSyncExternalStore } from 'react'
import { chooseTheme, useTheme } from '@/lib/theme'
import { ThemeIcon } from '@/ui/icons'

const prefersDark = window.matchMedia('(prefers-color-scheme: dark)')

/** Light or dark with one press; the foot of the page also offers what the system says. */
export function ThemeToggle() {
  const { t } = useLingui()
  const theme = useTheme()
  const systemDark = useSyncExternalStore(
    (listener) => {
      prefersDark.addEventListener('change', listener)
      return () => prefersDark.removeEventListener('change', listener)
    },
    () => prefersDark.matches,
  )
  const dark = theme === 'dark' || (theme === 'system' && systemDark)
  const label = dark ? t`Switch to light` : t`Switch to dark`

  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={() => chooseTheme(dark ? 'light' : 'dark')}
      className="grid size-9 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink"
    >
      <ThemeIcon />
    </button>
  )
}
