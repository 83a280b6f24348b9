import { Plural } from '@lingui/react/macro'
import type { ProjectDetail } from '@/api/types'

/** How many followers will read of it. */
export function ToldFollowers({ project: { followers } }: { project: ProjectDetail }) {
  return (
    <Plural
      value={followers}
      _0="Nobody follows it yet, so no mail goes out."
      one="Its one follower gets a mail."
      other="Its # followers get a mail."
    />
  )
}
