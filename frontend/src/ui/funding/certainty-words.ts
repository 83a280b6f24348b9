import type { MessageDescriptor } from '@lingui/core'
import { msg, t } from '@lingui/core/macro'
import type { Certainty } from '@/lib/certainty'

export const certaintyWords: Record<Certainty, { name: MessageDescriptor; meaning: MessageDescriptor }> = {
  collected: { name: msg`Collected`, meaning: msg`paid` },
  signed: { name: msg`Signed`, meaning: msg`under an agreement` },
  pledged: { name: msg`Pledged`, meaning: msg`a statement of intent, counted today` },
  waiting: { name: msg`Waiting`, meaning: msg`counts when its condition holds` },
  open: { name: msg`To go`, meaning: msg`nobody has offered it yet` },
  gap: { name: msg`Gap`, meaning: msg`fell away after it was funded` },
}

/** "17,500 pledged", for whoever hears the bar. */
export function amountInWords(certainty: Certainty, amount: string): string {
  switch (certainty) {
    case 'collected':
      return t`${amount} collected`
    case 'signed':
      return t`${amount} signed`
    case 'pledged':
      return t`${amount} pledged`
    case 'waiting':
      return t`${amount} waiting for a condition`
    case 'open':
      return t`${amount} still to go`
    case 'gap':
      return t`${amount} missing again`
  }
}

/** The fills, in the order of the bar. */
export const certaintyFills: Record<Certainty, string> = {
  collected: 'bg-c-collected',
  signed: 'bg-c-signed',
  pledged: 'bg-c-pledged',
  waiting: 'certain-waiting',
  open: 'bg-c-open',
  gap: 'certain-gap',
}
