import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'

/** Three kinds of people who read this page, and what each can do. */
export function WhoItIsFor() {
  const { t } = useLingui()
  return (
    <dl className="grid gap-x-8 gap-y-6 sm:grid-cols-3">
      <Kind name={t`Communities with a hub`}>
        <Trans>You need something built, have part of the money, and would rather not wait for the next grant.</Trans>
      </Kind>
      <Kind name={t`Institutions`}>
        <Trans>
          Several of your groups need the same thing. Your finance office sees fiscal years, ceilings and letters.
        </Trans>
      </Kind>
      <Kind name={t`Funders`}>
        <Trans>
          You pay for what communities ask for, and see what came of it. Funders pledge without being members.
        </Trans>
      </Kind>
    </dl>
  )
}

function Kind({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-1 border-t border-line pt-4">
      <dt className="font-head font-semibold text-ink">{name}</dt>
      <dd className="max-w-[40ch] text-ui">{children}</dd>
    </div>
  )
}
