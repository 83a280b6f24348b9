import { Trans, useLingui } from '@lingui/react/macro'
import type { Funding } from '@/api/types'
import { Select } from '@/ui/form'
import { fundingWords } from '@/ui/funding/project-words'

type Props = { funding: Funding | undefined; onChange: (funding: Funding | undefined) => void }

export function StateFilter({ funding, onChange }: Props) {
  const { t, i18n } = useLingui()
  return (
    <label className="grid min-w-36 gap-1.5 text-sm font-medium text-ink">
      <Trans>State</Trans>
      <Select
        value={funding ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? undefined : (event.target.value as Funding))}
      >
        <option value="">{t`Every state`}</option>
        {Object.entries(fundingWords).map(([state, word]) => (
          <option key={state} value={state}>
            {i18n._(word)}
          </option>
        ))}
      </Select>
    </label>
  )
}
