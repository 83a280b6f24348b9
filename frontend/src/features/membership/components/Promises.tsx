import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'

/** The rules one can rely on, each in a sentence. */
export function Promises() {
  return (
    <ul className="grid gap-x-8 border-t border-line sm:grid-cols-2">
      <Rule>
        <Trans>
          <strong>Nothing is owed before it is real.</strong> A pledge becomes a debt only once the goal is reached and
          you have signed for your own share.
        </Trans>
      </Rule>
      <Rule>
        <Trans>
          <strong>Your share never rises because somebody else joins.</strong> It can only fall, to the cent, and the
          page shows by how much before you decide.
        </Trans>
      </Rule>
      <Rule>
        <Trans>
          <strong>You decide what others see:</strong> your name and amount, your name alone, or “an institution”.
        </Trans>
      </Rule>
      <Rule>
        <Trans>
          <strong>You can check it.</strong> Every step of every item stands in a public ledger whose lines are chained,
          so that nothing can be changed unseen.
        </Trans>
      </Rule>
      <Rule>
        <Trans>
          <strong>Cofund never holds money.</strong> Agreements, invoices and payments go the way your institution
          knows.
        </Trans>
      </Rule>
      <Rule>
        <Trans>
          <strong>Small parts count.</strong> What an item still lacks may be exactly what you have left this year.
        </Trans>
      </Rule>
    </ul>
  )
}

function Rule({ children }: { children: ReactNode }) {
  return (
    <li className="border-b border-line py-4 text-ui">
      <p className="max-w-[52ch]">{children}</p>
    </li>
  )
}
