import { useLingui } from '@lingui/react/macro'
import type { PledgeStatus, Project, Visibility } from '@/api/types'
import { Badge } from '../Badge'
import { pledgeWords, visibilityWords } from './pledge-words'
import { stateOf } from './project-words'

/** Where a project stands, in a word. */
export function FundingWord({ project }: { project: Pick<Project, 'funding' | 'delivery' | 'covered'> }) {
  const { i18n } = useLingui()
  const { funding, delivery } = project
  const tone =
    funding === 'open'
      ? 'on'
      : funding === 'missed'
        ? 'care'
        : funding === 'funded' && delivery === 'done'
          ? 'good'
          : 'plain'
  return <Badge tone={tone}>{i18n._(stateOf(project))}</Badge>
}

/** Where a pledge stands, in a word. */
export function PledgeWord({ status }: { status: PledgeStatus }) {
  const { i18n } = useLingui()
  const tone = status === 'requested' ? 'care' : status === 'collected' ? 'good' : 'plain'
  return <Badge tone={tone}>{i18n._(pledgeWords[status])}</Badge>
}

/** Who sees a pledge, in a word or two. */
export function VisibilityWord({ visibility }: { visibility: Visibility }) {
  const { i18n } = useLingui()
  return <>{i18n._(visibilityWords[visibility].name)}</>
}
