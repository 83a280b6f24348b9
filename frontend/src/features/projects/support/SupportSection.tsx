import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { ProjectDetail, Support } from '@/api/types'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { EmptyState } from '@/ui/EmptyState'
import { Section } from '@/ui/Page'
import { toast } from '@/ui/toast'
import { Refusal, SignInFirst } from '../components/Refused'
import { supportsQuery } from '../queries/project'
import { SupportCounts } from './SupportCounts'
import { Supporter } from './Supporter'
import { useEndSupport } from './use-support'

/** Forms are large, and most readers give none. */
const SupportDialog = lazy(() => import('./SupportDialog'))

/** Who stands behind it with what is not money. */
export function SupportSection({ project }: { project: ProjectDetail }) {
  const { t } = useLingui()
  const { slug, can } = project
  const { items, counts, communities_served } = useSuspenseQuery(supportsQuery(slug)).data
  const [giving, setGiving] = useState(false)
  const [ending, setEnding] = useState<Support | null>(null)
  const end = useEndSupport(slug, () => toast(t`The support is withdrawn.`))
  const open = project.funding === 'candidate' || project.funding === 'open'
  // A candidate takes nothing else, so this is what its page is for.
  const look = project.funding === 'candidate' ? 'primary' : 'plain'
  if (items.length === 0 && !open && !can.support.ok) return null

  return (
    <Section
      title={t`Who stands behind it`}
      lead={
        communities_served > 0 && (
          <Plural
            value={communities_served}
            one="# community would use the result."
            other="# communities would use the result."
          />
        )
      }
      actions={
        can.support.ok ? (
          <Button look={look} onClick={() => setGiving(true)}>
            <Trans>Support it…</Trans>
          </Button>
        ) : (
          open &&
          can.support.code === 'unauthenticated' && (
            <SignInFirst look={look}>
              <Trans>Sign in to support it</Trans>
            </SignInFirst>
          )
        )
      }
    >
      <div className="grid gap-4">
        {open && <Refusal can={can.support} />}
        {items.length === 0 ? (
          <EmptyState title={t`Nobody yet`}>
            <Trans>A sentence on why it matters to you, or an offer to test it, helps others to join.</Trans>
          </EmptyState>
        ) : (
          <>
            <SupportCounts counts={counts} />
            <ul className="border-b border-line">
              {items.map((support) => (
                <Supporter key={support.id} support={support} onEnd={() => setEnding(support)} />
              ))}
            </ul>
          </>
        )}
      </div>
      {giving && (
        <Suspense fallback={null}>
          <SupportDialog project={project} onClose={() => setGiving(false)} />
        </Suspense>
      )}
      {ending && (
        <ConfirmDialog
          about={ending.organization.name}
          title={t`Withdraw this support?`}
          consequence={t`It no longer stands on this page. You can give it again as long as the project gathers support.`}
          confirm={<Trans>Withdraw the support</Trans>}
          keep={<Trans>Keep it</Trans>}
          onConfirm={() => end.mutateAsync(ending.id)}
          onClose={() => setEnding(null)}
        />
      )}
    </Section>
  )
}
