import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { explainCode } from '@/api/errors'
import type { Permission, ProjectDetail } from '@/api/types'
import { Button } from '@/ui/Button'
import type { Deed } from '../queries/deeds'
import { useDeed } from '../queries/use-deed'

type Offer = { deed: Deed; word: MessageDescriptor; can: (project: ProjectDetail) => Permission }

const offers: readonly Offer[] = [
  { deed: 'settle', word: msg`Freeze the shares…`, can: ({ can }) => can.settle },
  { deed: 'deliver', word: msg`Move the work on…`, can: ({ can }) => can.deliver },
  { deed: 'extend', word: msg`Give it more time…`, can: ({ can }) => can.extend },
  { deed: 'update', word: msg`Post an update…`, can: ({ can }) => can.post_update },
  { deed: 'close', word: msg`Close…`, can: ({ can }) => can.close },
]

/** What the API lets one do with the project now; why not, where that is news. */
export function Deeds({ project }: { project: ProjectDetail }) {
  const { t, i18n } = useLingui()
  const { begin } = useDeed()
  const refused = offers.map(({ can }) => can(project)).filter(({ ok, code }) => !ok && code !== 'not_in_this_state')
  return (
    <div className="grid gap-2">
      <fieldset aria-label={t`What can be done`} className="flex flex-wrap gap-2">
        {offers.map(
          ({ deed, word, can }) =>
            can(project).ok && (
              <Button key={deed} onClick={() => void begin(deed)}>
                {i18n._(word)}
              </Button>
            ),
        )}
      </fieldset>
      {refused.map(({ code }) => (
        <p key={code} className="text-xs text-muted">
          {explainCode(code ?? null)}
        </p>
      ))}
    </div>
  )
}
