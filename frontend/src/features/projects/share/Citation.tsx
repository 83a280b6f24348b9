import { Trans, useLingui } from '@lingui/react/macro'
import type { ProjectDetail } from '@/api/types'
import { daysFromToday, formatDate } from '@/lib/dates'
import { formatLocale } from '@/lib/locale'
import { CopyButton } from '@/ui/CopyButton'

/** The project as a reference in a paper or a report; it changes, so the day of reading belongs to it. */
export function Citation({ project }: { project: ProjectDetail }) {
  const { t, i18n } = useLingui()
  const { title, slug, opened_at, updated_at } = project
  const year = (opened_at ?? updated_at).slice(0, 4)
  const today = formatDate(daysFromToday(0), formatLocale(i18n.locale))
  const address = `${location.origin}/projects/${slug}`
  const citation = t`2i2c (${year}). ${title}. Cofund, the 2i2c roadmap. Retrieved ${today}, from ${address}`

  return (
    <details className="border-t border-line pt-3">
      <summary className="min-h-6 w-fit font-medium text-accent">
        <Trans>Cite it</Trans>
      </summary>
      <div className="mt-2 grid justify-items-start gap-3">
        <p className="rounded-md bg-sunken px-3 py-2 text-xs break-words text-ink">{citation}</p>
        <CopyButton text={citation}>
          <Trans>Copy the citation</Trans>
        </CopyButton>
      </div>
    </details>
  )
}
