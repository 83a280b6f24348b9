import { Trans, useLingui } from '@lingui/react/macro'
import { api } from '@/api/client'
import type { Pledge } from '@/api/types'
import { EndDialog } from './EndDialog'
import { WithoutIt } from './WithoutIt'

/** Lets an institution go from what it has not signed. */
export function ReleaseDialog({ pledge, onClose }: { pledge: Pledge; onClose: () => void }) {
  const { t } = useLingui()
  const { name } = pledge.organization
  return (
    <EndDialog
      pledge={pledge}
      title={t`Release ${name} from its pledge?`}
      consequence={
        <>
          <WithoutIt pledge={pledge} />{' '}
          <Trans>Its leads, and the champion who placed it, are told why by mail. It cannot be undone.</Trans>
        </>
      }
      confirm={<Trans>Release it</Trans>}
      said={t`${name} is released.`}
      send={(params, body) => api.POST('/pledges/{id}/release', { params, body })}
      onClose={onClose}
    />
  )
}
