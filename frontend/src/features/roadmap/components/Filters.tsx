import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import type { Project } from '@/api/types'
import { classes } from '@/lib/classes'
import { Button } from '@/ui/Button'
import { Select } from '@/ui/form/controls'
import { fundingWords } from '@/ui/funding/project-words'
import { useFilters } from '@/ui/use-filters'
import { boardSorts, topicsOf, type View } from '../board'
import { Search } from './Search'
import { fundingFilters, sortWords } from './words'

/** How one looks at the roadmap; all of it is in the address, so that a view can be sent to somebody. */
export function Filters({ view, projects }: { view: View; projects: readonly Project[] }) {
  const { t, i18n } = useLingui()
  const change = useFilters()
  const [open, setOpen] = useState(false)
  const themes = topicsOf(projects, ({ theme }) => (theme ? [theme] : []))
  const narratives = topicsOf(projects, (project) => project.narratives)
  const set = [view.theme, view.narrative, view.funding, view.sort].filter(Boolean).length
  const only = (shown: boolean) => classes(!shown && 'max-sm:hidden')

  return (
    <search
      aria-label={t`Filter the roadmap`}
      className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-3 border-t border-line pt-4 sm:grid-cols-2 lg:grid-cols-[minmax(14rem,1.7fr)_repeat(4,minmax(0,1fr))] print:hidden"
    >
      <Search text={view.q ?? ''} onChange={(q) => change({ q })} />
      <Button className="sm:hidden" aria-expanded={open} onClick={() => setOpen(!open)}>
        {set > 0 ? <Trans>Filters · {set}</Trans> : <Trans>Filters</Trans>}
      </Button>
      <div className={classes('col-span-full grid gap-3 sm:contents', only(open))}>
        <Choice label={<Trans>Theme</Trans>} value={view.theme} onChange={(theme) => change({ theme })}>
          <option value="">{t`All themes`}</option>
          {themes.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Choice>
        <Choice label={<Trans>Story</Trans>} value={view.narrative} onChange={(narrative) => change({ narrative })}>
          <option value="">{t`All stories`}</option>
          {narratives.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Choice>
        <Choice label={<Trans>Funding</Trans>} value={view.funding} onChange={(funding) => change({ funding })}>
          <option value="">{t`All but closed`}</option>
          {fundingFilters.map((funding) => (
            <option key={funding} value={funding}>
              {i18n._(fundingWords[funding])}
            </option>
          ))}
        </Choice>
        <Choice label={<Trans>Sort</Trans>} value={view.sort} onChange={(sort) => change({ sort })}>
          {boardSorts.map((sort, index) => (
            <option key={sort} value={index === 0 ? '' : sort}>
              {i18n._(sortWords[sort])}
            </option>
          ))}
        </Choice>
      </div>
    </search>
  )
}

type ChoiceProps = {
  label: ReactNode
  value: string | undefined
  onChange: (value: string) => void
  children: ReactNode
}

function Choice({ label, value = '', onChange, children }: ChoiceProps) {
  return (
    <label className="grid min-w-0 gap-1.5 text-sm font-medium text-ink">
      {label}
      <Select value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </Select>
    </label>
  )
}
