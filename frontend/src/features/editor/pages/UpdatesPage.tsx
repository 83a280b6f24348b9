/** What was told of a project, the newest first. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type Needs, prefetch } from '@/api/prefetch'
import { Button } from '@/ui/Button'
import { DateTime } from '@/ui/DateTime'
import { EmptyState } from '@/ui/EmptyState'
import { Prose } from '@/ui/Prose'
import { updateWords } from '../components/update-words'
import { updatesQuery } from '../queries/editor'
import { useDeed } from '../queries/use-deed'
import { useProject } from '../queries/use-project'

export const load = ({ queryClient, params: { slug = '' } }: Needs) => prefetch(queryClient, updatesQuery(slug))

export default function UpdatesPage() {
  const { t, i18n } = useLingui()
  const { slug, can } = useProject()
  const { begin } = useDeed()
  const { items } = useSuspenseQuery(updatesQuery(slug)).data

  if (items.length === 0) {
    return (
      <EmptyState
        title={t`Nothing told yet`}
        action={
          can.post_update.ok && (
            <Button onClick={() => void begin('update')}>
              <Trans>Post an update…</Trans>
            </Button>
          )
        }
      >
        <Trans>A demo, a step that is done, a delay: what those who pay would like to know.</Trans>
      </EmptyState>
    )
  }
  return (
    <ol className="grid max-w-prose gap-8">
      {items.map(({ id, kind, title, body_html, created_at }) => (
        <li key={id} className="grid gap-2">
          <p className="flex flex-wrap gap-x-4 text-xs text-muted">
            <DateTime at={created_at} />
            {i18n._(updateWords[kind])}
          </p>
          <h2 className="text-lg">{title}</h2>
          <Prose html={body_html} />
        </li>
      ))}
    </ol>
  )
}
