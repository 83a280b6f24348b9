import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { ProjectDetail } from '@/api/types'
import { Callout } from '@/ui/Callout'
import { DateTime } from '@/ui/DateTime'
import { Explanation } from '@/ui/funding/Explanation'
import { closeReasonWords } from '@/ui/funding/project-words'

/** The sentence that matters most about where a project stands; an open one has its tipping point instead. */
export function StateNotice({ project }: { project: ProjectDetail }) {
  const { i18n } = useLingui()
  const { funding, delivery, funded_at, done_at, close_reason, close_note, closed_at, lapses_at, explanation } = project

  switch (funding) {
    case 'draft':
      return (
        <Notice title={<Trans>This is a draft.</Trans>}>
          <Trans>Staff see it, and organisations whose tier has an early look. Nobody else does.</Trans>
        </Notice>
      )
    case 'candidate':
      return (
        <Notice title={<Trans>A candidate: it gathers support and takes no money yet.</Trans>}>
          <Trans>Say what your community would do with it. What many stand behind opens for pledges first.</Trans>
        </Notice>
      )
    case 'missed':
      return (
        <Notice title={<Trans>Its date passed below the goal. Nothing is owed.</Trans>}>
          {lapses_at && (
            <Trans>
              Until <DateTime at={lapses_at} /> staff may give it more time, and pledges would stand. After that it
              closes by itself.
            </Trans>
          )}
        </Notice>
      )
    case 'closed':
      return (
        <Notice
          title={
            <>
              <Trans>Closed.</Trans> {close_reason && i18n._(closeReasonWords[close_reason])}.
            </>
          }
        >
          {close_note} {closed_at && <DateTime at={closed_at} />}
        </Notice>
      )
    case 'funded':
      return explanation.length > 0 ? (
        <Callout>
          <Explanation explanation={explanation} />
          <p className="text-sm">
            <Trans>Whoever pledges now fills it. Nobody else’s share rises.</Trans>
          </p>
        </Callout>
      ) : (
        <Notice
          title={
            delivery === 'done' && done_at ? (
              <Trans>
                Delivered on <DateTime at={done_at} />.
              </Trans>
            ) : funded_at ? (
              <Trans>
                Funded on <DateTime at={funded_at} />.
              </Trans>
            ) : (
              <Trans>Funded.</Trans>
            )
          }
        >
          <Delivery project={project} />
        </Notice>
      )
    default:
      return null
  }
}

function Delivery({ project: { delivery, queue_position } }: { project: ProjectDetail }) {
  if (delivery === 'done') return <Trans>Everybody who paid for it is named below. Everybody may use it.</Trans>
  if (delivery === 'in_flight') return <Trans>It is being built now. Updates say how it goes.</Trans>
  return queue_position ? (
    <Trans>It is number {queue_position} in the queue. Its turn is known, its date is not promised.</Trans>
  ) : (
    <Trans>It will be built when its turn comes.</Trans>
  )
}

function Notice({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <Callout>
      <p className="font-medium text-ink">{title}</p>
      <p className="text-sm">{children}</p>
    </Callout>
  )
}
