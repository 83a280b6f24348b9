import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

const itself = msg`by itself`

const ways: Record<string, MessageDescriptor> = {
  session: msg`in a browser`,
  token: msg`with a token`,
  command_line: msg`on the command line`,
  program: itself,
}

/** How somebody, or something, acted. */
export function wordsForActor(kind: string): MessageDescriptor {
  return ways[kind] ?? itself
}
