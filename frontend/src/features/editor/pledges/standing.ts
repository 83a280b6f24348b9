import type { PledgeStatus, PublicPledge } from '@/api/types'

/** A pledge as staff see it in the list: whose it is and where it stands are always said to them. */
export type SeenPledge = PublicPledge & Required<Pick<PublicPledge, 'id' | 'status' | 'visibility'>>

export const seenByStaff = (pledges: readonly PublicPledge[]) =>
  pledges.filter((pledge): pledge is SeenPledge => pledge.id !== undefined)

const unsigned: readonly (PledgeStatus | undefined)[] = ['requested', 'pledged']
const ended: readonly (PledgeStatus | undefined)[] = ['withdrawn', 'declined', 'released', 'defaulted']

export const isUnsigned = ({ status }: PublicPledge) => unsigned.includes(status)
export const hasEnded = ({ status }: PublicPledge) => ended.includes(status)
