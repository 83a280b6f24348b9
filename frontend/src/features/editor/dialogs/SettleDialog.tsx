import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '@/api/client'
import { projectPledgesQuery } from '@/api/projects'
import type { ProjectDetail, PublicPledge } from '@/api/types'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions, DialogBody } from '@/ui/Dialog'
import { FormFailure } from '@/ui/form/FormFailure'
import { Money } from '@/ui/Money'
import { isUnsigned } from '../pledges/standing'
import { useDeed } from '../queries/use-deed'
import { useDeedAction } from '../queries/use-deed-action'
import { PledgeLines } from './PledgeLines'

/** Freezes the shares of a covered coalition: who bears what from then on, and who is let go. */
export function SettleDialog({ project }: { project: ProjectDetail }) {
  const { t } = useLingui()
  const { end } = useDeed()
  const { slug, title } = project
  const { pledges } = useSuspenseQuery(projectPledgesQuery(slug)).data
  const [failure, setFailure] = useState<unknown>(null)
  const settle = useDeedAction(
    project,
    (params) => api.POST('/projects/{slug}/settle', { params }),
    (settled) => t`${settled.title} is funded, and its shares are frozen.`,
  )
  const bearing = pledges.filter((pledge) => isUnsigned(pledge) && pledge.active)
  const released = pledges.filter((pledge) => isUnsigned(pledge) && !pledge.active)
  const ceiling = ({ amount }: PublicPledge) => (
    <Trans>
      at most <Money amount={amount} />
    </Trans>
  )

  return (
    <Dialog
      about={title}
      title={t`Freeze the shares and fund it?`}
      consequence={t`Nobody’s share moves any more, and nobody can join. It is funded from this moment; that cannot be undone. Everybody who pledged, followers and staff get a mail.`}
      onClose={end}
    >
      <DialogBody>
        {failure !== null && (
          <FormFailure error={failure} onReload={() => settle.reload().then(() => setFailure(null))} />
        )}
        <PledgeLines
          caption={t`Shares that freeze`}
          pledges={bearing}
          amount={({ share }) => share}
          amountHead={<Trans>Share</Trans>}
          remark={ceiling}
          total={{ label: <Trans>The goal</Trans>, amount: project.pledged }}
        />
        {released.length > 0 && (
          <div className="grid gap-2">
            <p className="text-sm">
              {t`${plural(released.length, {
                one: '# pledge waits for its conditions or a lead, and is released:',
                other: '# pledges wait for their conditions or a lead, and are released:',
              })}`}
            </p>
            <PledgeLines
              caption={t`Pledges that are released`}
              pledges={released}
              amount={({ amount }) => amount}
              amountHead={<Trans>Ceiling</Trans>}
              remark={() => null}
            />
          </div>
        )}
      </DialogBody>
      <DialogActions>
        <Button onClick={end}>
          <Trans>Keep it open</Trans>
        </Button>
        <Button
          look="primary"
          busy={settle.isPending}
          onClick={() => settle.mutate(undefined, { onError: setFailure })}
        >
          <Trans>Freeze the shares</Trans>
        </Button>
      </DialogActions>
    </Dialog>
  )
}
