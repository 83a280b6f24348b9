import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { ProjectDetail, PublishAs } from '@/api/types'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Panel } from '@/ui/Panel'
import { partOf } from '../content/parts'
import { publishCheckQuery } from '../queries/editor'
import { useDeed } from '../queries/use-deed'
import { Checklist, useGoTo } from './Checklist'

/** The way from a draft to a public project: what is missing, what to think about, and the two ways of publishing. */
export function PublishPanel({ project }: { project: ProjectDetail }) {
  const { t } = useLingui()
  const { data: check } = useSuspenseQuery(publishCheckQuery(project.slug))
  const { begin } = useDeed()
  const goTo = useGoTo()
  const missing = { candidate: check.candidate, open: check.open }
  const ways: PublishAs[] = project.funding === 'draft' ? ['open', 'candidate'] : ['open']

  function press(way: PublishAs) {
    const [first] = missing[way]
    const part = first && partOf(first.field)
    if (part) goTo(part)
    if (!first) void begin(way)
  }

  return (
    <Panel className="grid gap-4">
      <h2 className="text-lg">
        <Trans>Before it is public</Trans>
      </h2>
      <Checklist check={check} onGo={goTo} />
      {check.warnings.map(({ code, hours, capacity }) => (
        <p key={code} className="text-sm">
          <Badge tone="care">
            <Trans>Hours</Trans>
          </Badge>{' '}
          <Trans>
            With this project funded work takes {hours} hours; this quarter has {capacity}.
          </Trans>
        </p>
      ))}
      <div className="grid gap-2">
        {ways.map((way) => {
          const open = missing[way].length
          return (
            <div key={way} className="grid gap-1">
              <Button look={way === 'open' ? 'primary' : 'plain'} aria-disabled={open > 0} onClick={() => press(way)}>
                {way === 'open' ? <Trans>Open for pledges…</Trans> : <Trans>Publish as a candidate…</Trans>}
              </Button>
              {open > 0 && (
                <p className="text-xs text-muted">
                  {t`${plural(open, { one: '# thing is missing.', other: '# things are missing.' })}`}
                </p>
              )}
            </div>
          )
        })}
      </div>
    </Panel>
  )
}
