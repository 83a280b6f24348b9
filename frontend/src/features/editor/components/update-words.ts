import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { UpdateKind } from '@/api/types'

export const updateKinds = ['milestone', 'demo', 'delay', 'news'] as const satisfies readonly UpdateKind[]

export const updateWords: Record<UpdateKind, MessageDescriptor> = {
  milestone: msg`A step is done`,
  demo: msg`Something to see`,
  delay: msg`A delay`,
  news: msg`Other news`,
}
