import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { api } from '@/api/client'
import type { ProjectDetail, PublishAs } from '@/api/types'
import { formatDate } from '@/lib/dates'
import { formatLocale } from '@/lib/locale'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { Money } from '@/ui/Money'
import { publishCheckQuery } from '../queries/editor'
import { useDeed } from '../queries/use-deed'
import { useDeedAction } from '../queries/use-deed-action'
import { ToldFollowers } from './ToldFollowers'

/** Makes a draft or a candidate public; there is no way back to a draft. */
export function PublishDialog({ project, way }: { project: ProjectDetail; way: PublishAs }) {
  const { t } = useLingui()
  const { end } = useDeed()
  const { slug } = project
  const [warning] = useSuspenseQuery(publishCheckQuery(slug)).data.warnings
  const publish = useDeedAction(
    project,
    (params) => api.POST('/projects/{slug}/publish', { params, body: { as: way } }),
    ({ title }) => (way === 'open' ? t`${title} is open for pledges.` : t`${title} is public and gathers support.`),
  )

  return (
    <ConfirmDialog
      about={project.title}
      title={way === 'open' ? t`Open it for pledges?` : t`Publish it as a candidate?`}
      consequence={
        <>
          {way === 'open' ? <Opens project={project} /> : <Gathers />}
          {warning && (
            <span className="mt-3 block border-l-3 border-caution pl-3">
              <Trans>
                With this project funded work takes {warning.hours} hours; this quarter has {warning.capacity}. It can
                be published all the same.
              </Trans>
            </span>
          )}
        </>
      }
      confirm={way === 'open' ? t`Open it for pledges` : t`Publish the candidate`}
      destructive={false}
      onConfirm={() => publish.mutateAsync()}
      onClose={end}
    />
  )
}

function Gathers() {
  return (
    <Trans>
      Everybody can read it and support it; it takes no money, and its goal may stay a range. No mail goes out. It
      cannot become a draft again.
    </Trans>
  )
}

function Opens({ project }: { project: ProjectDetail }) {
  const { goal, pledge_by, time_zone } = project
  const { i18n } = useLingui()
  const amount = <Money amount={goal ?? '0.00'} cents={false} />
  const day = formatDate(pledge_by ?? '', formatLocale(i18n.locale))
  return (
    <>
      <Trans>
        Every member can pledge towards {amount} until the end of {day} ({time_zone}), by the terms that are current
        now. From the first pledge on, mode, smallest pledge and date stay.
      </Trans>{' '}
      <ToldFollowers project={project} />
    </>
  )
}
