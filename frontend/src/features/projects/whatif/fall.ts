import { compareAmounts } from '@/lib/money'
import type { NamedColumn } from '@/ui/funding/LevelChart'

/** Whose share would fall, and how: nobody's ever rises because another joins. */
export function fallOf(shares: readonly Pick<NamedColumn, 'was' | 'share'>[]) {
  const falling = shares.filter(({ was, share }) => was && compareAmounts(share, was) < 0)
  const [highest] = falling.toSorted((left, right) => compareAmounts(right.was ?? '0.00', left.was ?? '0.00'))
  return highest?.was ? { count: falling.length, from: highest.was, to: highest.share } : null
}
