import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import type { ProjectDetail } from '@/api/types'
import { Button } from '@/ui/Button'
import { CopyButton } from '@/ui/CopyButton'
import { FormFailure } from '@/ui/form/FormFailure'
import { Panel } from '@/ui/Panel'
import { toast } from '@/ui/toast'
import { SignInFirst } from '../components/Refused'
import { Citation } from './Citation'
import { useFollow } from './use-follow'

/** What one can do besides paying: follow it, tell others, cite it, print it. */
export function TakePart({ project }: { project: ProjectDetail }) {
  const { t } = useLingui()
  const id = useId()
  const { slug, followers, following, can } = project
  const follow = useFollow(slug)

  return (
    <Panel className="grid gap-4 text-sm print:hidden">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p id={id}>
          {followers > 0 ? (
            <Plural value={followers} one="# person follows it" other="# people follow it" />
          ) : (
            <Trans>News of it by mail</Trans>
          )}
        </p>
        {can.follow.code === 'unauthenticated' ? (
          <SignInFirst size="small">
            <Trans>Sign in to follow</Trans>
          </SignInFirst>
        ) : (
          can.follow.ok && (
            <Button
              size="small"
              busy={follow.isPending}
              aria-describedby={id}
              onClick={() =>
                follow.mutate(!following, {
                  onSuccess: () =>
                    toast(
                      following
                        ? t`You do not follow it any more.`
                        : t`You follow it. Mails tell you what becomes of it.`,
                    ),
                })
              }
            >
              {following ? <Trans>Stop following</Trans> : <Trans>Follow</Trans>}
            </Button>
          )
        )}
      </div>
      {follow.isError && <FormFailure error={follow.error} />}
      <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4">
        <p>
          <Trans>Tell others</Trans>
        </p>
        <span className="flex flex-wrap gap-2">
          <CopyButton text={`${location.origin}/projects/${slug}`}>
            <Trans>Copy link</Trans>
          </CopyButton>
          <Button size="small" onClick={() => window.print()}>
            <Trans>Print</Trans>
          </Button>
        </span>
      </div>
      <Citation project={project} />
    </Panel>
  )
}
