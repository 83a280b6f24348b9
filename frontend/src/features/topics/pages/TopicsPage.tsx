/** What the roadmap is sorted by: themes, one a project, and narratives, the stories that projects belong to. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type Needs, prefetch } from '@/api/prefetch'
import { Page } from '@/ui/Page'
import { Topics } from '../components/Topics'
import { allTopicsQuery } from '../queries/topics'

export const load = ({ queryClient }: Needs) =>
  Promise.all([prefetch(queryClient, allTopicsQuery('themes')), prefetch(queryClient, allTopicsQuery('narratives'))])

export default function TopicsPage() {
  const { t } = useLingui()
  return (
    <Page title={t`Topics`} lead={<Trans>What the roadmap is sorted and filtered by.</Trans>}>
      <Topics
        kind="themes"
        title={t`Themes`}
        lead={<Trans>Every project has one.</Trans>}
        create={t`New theme…`}
        csv={t`themes`}
      />
      <Topics
        kind="narratives"
        title={t`Narratives`}
        lead={<Trans>The stories that several projects belong to.</Trans>}
        create={t`New narrative…`}
        csv={t`narratives`}
      />
    </Page>
  )
}
