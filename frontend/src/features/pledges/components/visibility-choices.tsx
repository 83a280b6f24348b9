import { Trans } from '@lingui/react/macro'
import type { Visibility } from '@/api/types'
import type { Choice } from '@/ui/form'
import { visibilities } from '@/ui/funding/pledge-words'

/** What each of them shows, and when, in plain words. */
export function visibilityChoices(offered: readonly Visibility[] = visibilities): Choice[] {
  const words: Record<Visibility, Omit<Choice, 'value'>> = {
    public: {
      label: <Trans>Everybody</Trans>,
      explanation: <Trans>Name and amount, from now on. You are credited.</Trans>,
    },
    name_only: {
      label: <Trans>The name only, once it is funded</Trans>,
      explanation: (
        <Trans>
          In an alphabetical list without amounts. Until then “an institution”. Should no other hidden pledge stand
          beside yours, the name waits, since subtraction would tell the amount.
        </Trans>
      ),
    },
    anonymous: {
      label: <Trans>Nobody</Trans>,
      explanation: <Trans>“An institution”, for good. The amount is always in the total.</Trans>,
    },
  }
  return visibilities.filter((one) => offered.includes(one)).map((value) => ({ value, ...words[value] }))
}
