import type { ProjectDetail } from '@/api/types'
import { useDeed } from '../queries/use-deed'
import { CloseDialog } from './CloseDialog'
import { DeliverDialog } from './DeliverDialog'
import { ExtendDialog } from './ExtendDialog'
import { PublishDialog } from './PublishDialog'
import { SettleDialog } from './SettleDialog'
import { UpdateDialog } from './UpdateDialog'

/** The dialog of the deed in the address, if the API allows that deed now. */
export function DeedDialog({ project }: { project: ProjectDetail }) {
  const { deed } = useDeed()
  const { can } = project
  switch (deed) {
    case 'candidate':
    case 'open':
      return can.publish.ok && <PublishDialog project={project} way={deed} />
    case 'extend':
      return can.extend.ok && <ExtendDialog project={project} />
    case 'settle':
      return can.settle.ok && <SettleDialog project={project} />
    case 'deliver':
      return can.deliver.ok && <DeliverDialog project={project} />
    case 'update':
      return can.post_update.ok && <UpdateDialog project={project} />
    case 'close':
      return can.close.ok && <CloseDialog project={project} />
    default:
      return null
  }
}
