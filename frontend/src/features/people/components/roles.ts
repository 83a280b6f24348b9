import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Role } from '@/api/types'

export const roleWords: Record<Role, MessageDescriptor> = {
  lead: msg`Lead`,
  champion: msg`Champion`,
  finance: msg`Finance`,
  viewer: msg`Viewer`,
}
