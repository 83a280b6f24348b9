import { useLingui } from '@lingui/react/macro'
import type { Explanation as Said } from '@/api/types'
import { formatLocale } from '@/lib/locale'
import { explainStanding } from './explain'

/** How things stand, in sentences: the first is what matters most. Put it into a `Callout` once a page. */
export function Explanation({ explanation }: { explanation: readonly Said[] }) {
  const { i18n } = useLingui()
  return explanation.map((one, index) => (
    <p key={one.code} className={index === 0 ? 'font-medium text-ink' : 'text-sm'}>
      {explainStanding(one, formatLocale(i18n.locale))}
    </p>
  ))
}
