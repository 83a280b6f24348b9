import { useLingui } from '@lingui/react/macro'
import type { Supports } from '@/api/types'
import { supportWords } from './words'

/** How many in which way; what nobody offers yet is left out. */
export function SupportCounts({ counts }: { counts: Supports['counts'] }) {
  const { i18n } = useLingui()
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm text-muted">
      {counts
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => (
          <li key={kind}>
            <b>{count}</b> {i18n._(supportWords[kind].doing)}
          </li>
        ))}
    </ul>
  )
}
