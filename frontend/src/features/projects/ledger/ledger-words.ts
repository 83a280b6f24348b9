import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** What a line of the ledger says happened, by its kind. */
const words: Record<string, MessageDescriptor> = {
  opened: msg`opened for pledges`,
  edited: msg`terms of the project edited`,
  extended: msg`date extended`,
  missed: msg`date passed below the goal`,
  funded: msg`funded`,
  settled: msg`shares settled`,
  closed: msg`closed`,
  pledge_placed: msg`pledged`,
  pledge_edited: msg`pledge changed`,
  pledge_withdrawn: msg`pledge withdrawn`,
  pledge_released: msg`pledge released`,
  pledge_signed: msg`agreement signed`,
  pledge_defaulted: msg`pledge not paid`,
  pledge_shown: msg`pledge shown with its name`,
}

/** A kind that is newer than this page is shown as it is written. */
export const ledgerWords = (kind: string): MessageDescriptor => words[kind] ?? { id: kind, message: kind }
