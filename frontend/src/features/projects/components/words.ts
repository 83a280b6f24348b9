import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { LinkKind, UpdateKind } from '@/api/types'

export const linkWords: Record<LinkKind, MessageDescriptor> = {
  upstream: msg`Upstream`,
  statement_of_work: msg`Statement of work`,
  other: msg`See also`,
}

export const updateWords: Record<UpdateKind, MessageDescriptor> = {
  demo: msg`Demo`,
  milestone: msg`Milestone`,
  delay: msg`Delay`,
  news: msg`News`,
}
