import { useLingui } from '@lingui/react/macro'
import type { FundingMode, Explanation as Said } from '@/api/types'
import { formatLocale } from '@/lib/locale'
import { explainStanding } from './explain'

type Props = { explanation: readonly Said[]; mode?: FundingMode }

/** How things stand, in sentences: the first is what matters most. Put it into a `Callout` once a page. */
export function Explanation({ explanation, mode }: Props) {
  const { i18n } = useLingui()
  return explanation.map((one, index) => (
    <p key={one.code} className={index === 0 ? 'font-medium text-ink' : 'text-sm'}>
      {explainStanding(one, formatLocale(i18n.locale), mode)}
    </p>
  ))
}
