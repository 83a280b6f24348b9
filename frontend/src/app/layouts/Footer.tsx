import { Trans, useLingui } from '@lingui/react/macro'
import { type Locale, localeNames, locales } from '@/lib/locale'
import { chooseTheme, type Theme, useTheme } from '@/lib/theme'
import { Select } from '@/ui/form/controls'
import { chooseLocale } from '../catalogues'

/** Who runs this, what programs may use, and how the page speaks and looks. */
export function Footer() {
  const { t, i18n } = useLingui()
  const theme = useTheme()
  return (
    <footer className="border-t border-line pt-8 pb-12 text-sm text-muted">
      <div className="wrap flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
        <div className="grid gap-2">
          <p>
            <Trans>Cofund is run by 2i2c, a non-profit. It never holds money.</Trans>
          </p>
          <p className="print:hidden">
            <a href="/docs" className="text-muted">
              <Trans>Data and API</Trans>
            </a>
          </p>
        </div>
        <div className="flex flex-wrap gap-3 print:hidden">
          <label className="grid gap-1 text-xs">
            <Trans>Language</Trans>
            <Select
              value={i18n.locale}
              onChange={(event) => void chooseLocale(event.target.value as Locale)}
              className="min-w-32 text-sm"
            >
              {locales.map((locale) => (
                <option key={locale} value={locale} lang={locale}>
                  {localeNames[locale]}
                </option>
              ))}
            </Select>
          </label>
          <label className="grid gap-1 text-xs">
            <Trans>Appearance</Trans>
            <Select
              value={theme}
              onChange={(event) => chooseTheme(event.target.value as Theme)}
              className="min-w-32 text-sm"
            >
              <option value="system">{t`As the system`}</option>
              <option value="light">{t`Light`}</option>
              <option value="dark">{t`Dark`}</option>
            </Select>
          </label>
        </div>
      </div>
    </footer>
  )
}
