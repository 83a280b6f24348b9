import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { Project } from '@/api/types'
import { fundingWords } from '@/ui/funding/project-words'
import { CloseIcon } from '@/ui/icons'
import { useFilters } from '@/ui/use-filters'
import type { View } from '../board'

type Props = { view: View; shown: number; projects: readonly Project[] }

/** What the filters leave, each of them to take away again, and all of it as a file. */
export function Shown({ view, shown, projects }: Props) {
  const { i18n } = useLingui()
  const change = useFilters()
  const { q, theme, narrative, funding } = view
  const themeName = projects.find((project) => project.theme?.slug === theme)?.theme?.name ?? theme
  const narrativeName =
    projects.flatMap((project) => project.narratives).find(({ slug }) => slug === narrative)?.name ?? narrative
  const all = projects.filter((project) => funding === 'closed' || project.funding !== 'closed').length

  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2 py-3 text-sm text-muted">
      {q && <Chip text={`“${q}”`} onRemove={() => change({ q: '' })} />}
      {themeName && <Chip text={themeName} onRemove={() => change({ theme: '' })} />}
      {narrativeName && <Chip text={narrativeName} onRemove={() => change({ narrative: '' })} />}
      {funding && <Chip text={i18n._(fundingWords[funding])} onRemove={() => change({ funding: '' })} />}
      <p role="status">
        {shown === all ? (
          <Plural value={all} one="# item" other="# items" />
        ) : (
          <Trans>
            {shown} of <Plural value={all} one="# item" other="# items" />
          </Trans>
        )}
      </p>
      <a href="/api/v1/exports/projects.csv" download className="ml-auto print:hidden">
        <Trans>All as CSV</Trans>
      </a>
    </div>
  )
}

function Chip({ text, onRemove }: { text: string; onRemove: () => void }) {
  const { t } = useLingui()
  return (
    <span className="inline-flex max-w-full items-center gap-1 rounded-full bg-tint py-0.5 pr-1 pl-3 text-ink">
      <span className="truncate">{text}</span>
      <button
        type="button"
        aria-label={t`Remove the filter ${text}`}
        onClick={onRemove}
        className="grid size-6 shrink-0 place-items-center rounded-full text-muted hover:bg-surface hover:text-ink *:size-3.5"
      >
        <CloseIcon />
      </button>
    </span>
  )
}
