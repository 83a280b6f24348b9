import { Trans, useLingui } from '@lingui/react/macro'
import type { OrganizationKind } from '@/api/types'
import { Select } from '@/ui/form'
import { kindWords } from './words'

type Props = { kind: OrganizationKind | undefined; onChange: (kind: OrganizationKind | undefined) => void }

export function KindFilter({ kind, onChange }: Props) {
  const { t, i18n } = useLingui()
  return (
    <label className="grid min-w-36 gap-1.5 text-sm font-medium text-ink">
      <Trans>Kind</Trans>
      <Select
        value={kind ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? undefined : (event.target.value as OrganizationKind))}
      >
        <option value="">{t`Every kind`}</option>
        <option value="member">{i18n._(kindWords.member)}</option>
        <option value="funder">{i18n._(kindWords.funder)}</option>
      </Select>
    </label>
  )
}
