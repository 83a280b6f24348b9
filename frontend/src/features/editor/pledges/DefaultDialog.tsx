import { Trans, useLingui } from '@lingui/react/macro'
import { api } from '@/api/client'
import type { Pledge } from '@/api/types'
import { Money } from '@/ui/Money'
import { EndDialog } from './EndDialog'

/** Notes that what was signed will not come. */
export function DefaultDialog({ pledge, onClose }: { pledge: Pledge; onClose: () => void }) {
  const { t } = useLingui()
  const { name } = pledge.organization
  return (
    <EndDialog
      pledge={pledge}
      title={t`Note that ${name} will not pay?`}
      consequence={
        <Trans>
          <Money amount={pledge.share} /> falls away and opens a gap that everybody sees. Nobody else’s share rises;
          others may pledge to close it. Staff get a mail. It cannot be undone.
        </Trans>
      }
      confirm={<Trans>Note the default</Trans>}
      said={t`The default of ${name} is noted.`}
      send={(params, body) => api.POST('/pledges/{id}/default', { params, body })}
      onClose={onClose}
    />
  )
}
