import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { explain } from '@/api/errors'
import { answer } from '@/api/problem'
import { Button } from '@/ui/Button'
import { DateTime } from '@/ui/DateTime'
import { EmptyState } from '@/ui/EmptyState'
import { toast } from '@/ui/toast'
import { followsQuery } from '../queries/account'

/** What one hears of by mail, and the way to hear no more; a project is followed again from its own page. */
export function Follows() {
  const { t } = useLingui()
  const queryClient = useQueryClient()
  const { data: follows } = useSuspenseQuery(followsQuery)
  const unfollow = useAction(
    ({ slug }: { slug: string; title: string }, headers) =>
      answer(api.DELETE('/projects/{slug}/follow', { params: { path: { slug } }, headers })),
    {
      onDone: async (_, { slug, title }) => {
        await queryClient.invalidateQueries(followsQuery)
        void queryClient.invalidateQueries({ queryKey: ['projects', slug] })
        toast(t`You get no more mails about “${title}”.`)
      },
    },
  )

  if (follows.items.length === 0) {
    return (
      <EmptyState title={t`You follow nothing yet`}>
        <Trans>Follow a project on its page, and you hear by mail what becomes of it.</Trans>
      </EmptyState>
    )
  }
  return (
    <div className="grid gap-3">
      {unfollow.error !== null && (
        <p role="alert" className="text-sm text-danger">
          {explain(unfollow.error)}
        </p>
      )}
      <ul className="grid">
        {follows.items.map(({ slug, title, followed_at }) => (
          <li
            key={slug}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line py-3 last:border-b"
          >
            <span className="grid gap-0.5">
              <Link to="/projects/$slug" params={{ slug }} className="font-medium">
                {title}
              </Link>
              <span className="text-xs text-muted">
                <Trans>
                  since <DateTime at={followed_at} />
                </Trans>
              </span>
            </span>
            <Button
              size="small"
              busy={unfollow.isPending && unfollow.variables.slug === slug}
              aria-label={t`Stop following ${title}`}
              onClick={() => unfollow.mutate({ slug, title })}
            >
              <Trans>Stop following</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
