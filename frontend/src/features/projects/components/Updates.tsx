import { useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { classes } from '@/lib/classes'
import { DateTime } from '@/ui/DateTime'
import { Section } from '@/ui/Page'
import { Prose } from '@/ui/Prose'
import { updatesQuery } from '../queries/project'
import { updateWords } from './words'

/** What staff told, the newest first. */
export function Updates({ slug }: { slug: string }) {
  const { t, i18n } = useLingui()
  const { data: updates } = useSuspenseQuery(updatesQuery(slug))
  if (updates.length === 0) return null

  return (
    <Section title={t`Updates`}>
      <ol className="ml-1.5 grid gap-6 border-l border-line">
        {updates.map(({ id, kind, title, body_html, created_at }, index) => (
          <li key={id} className="relative max-w-[70ch] pl-6">
            <span
              aria-hidden="true"
              className={classes(
                'absolute top-2 -left-[0.3125rem] size-2.5 rounded-full border-2',
                index === 0 ? 'border-accent bg-accent' : 'border-line-strong bg-page',
              )}
            />
            <p className="text-xs font-medium text-muted">
              <DateTime at={created_at} /> · {i18n._(updateWords[kind])}
            </p>
            <h3 className="mt-0.5 mb-1">{title}</h3>
            <Prose html={body_html} />
          </li>
        ))}
      </ol>
    </Section>
  )
}
