import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Part } from '../content/parts'

/** What the parts are called: in the form, on the checklist and where two versions differ. */
export const partWords: Record<Part, MessageDescriptor> = {
  title: msg`Title`,
  summary: msg`One line`,
  theme: msg`Theme`,
  narratives: msg`Narratives`,
  visibility: msg`Who notices it`,
  problem: msg`Problem`,
  solution: msg`Solution`,
  implementation: msg`Implementation`,
  fit: msg`Fit in the ecosystem`,
  research: msg`Research it enables`,
  deliverables: msg`Deliverables`,
  links: msg`Links`,
  goal: msg`Goal`,
  minimum_pledge: msg`Smallest pledge`,
  mode: msg`How it is paid`,
  pledge_by: msg`Pledge by`,
  time_zone: msg`Time zone`,
  capacity_hours: msg`Hours it takes`,
}
