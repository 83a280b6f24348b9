import { useLingui } from '@lingui/react/macro'
import { chooseTheme, type Theme, useTheme } from '@/lib/theme'

/** Light, dark, or what the system says; applies at once. */
export function Appearance() {
  const { t } = useLingui()
  const theme = useTheme()
  const choices: [Theme, string][] = [
    ['system', t`As the system`],
    ['light', t`Light`],
    ['dark', t`Dark`],
  ]
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">{t`Appearance`}</legend>
      {choices.map(([value, label]) => (
        <label
          key={value}
          className="flex min-h-10 items-center gap-2.5 rounded-md border border-line-strong bg-surface px-4 text-ui text-ink has-checked:border-accent has-checked:bg-tint"
        >
          <input
            type="radio"
            name="theme"
            className="size-4.5 accent-accent-fill"
            checked={theme === value}
            onChange={() => chooseTheme(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
