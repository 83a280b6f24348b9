import { listAuditEntries } from './audit/list'
import { redeemMagicLink } from './auth/redeem-magic-link'
import { refreshSession } from './auth/refresh-session'
import { sendMagicLink } from './auth/send-magic-link'
import { signOut } from './auth/sign-out'
import { unsubscribe } from './follows/unsubscribe'
import { acceptInvitation } from './invitations/accept'
import { inviteMember } from './invitations/invite'
import { listInvitations } from './invitations/list'
import { previewInvitation } from './invitations/preview'
import { resendInvitation } from './invitations/resend'
import { revokeInvitation } from './invitations/revoke'
import { changeMe } from './me/change'
import { createToken } from './me/create-token'
import { endSession } from './me/end-session'
import { listSessions } from './me/list-sessions'
import { listTokens } from './me/list-tokens'
import { revokeToken } from './me/revoke-token'
import { showMe } from './me/show'
import { addMember } from './members/add'
import { changeMember } from './members/change'
import { listMembers } from './members/list'
import { removeMember } from './members/remove'
import { changeOrganization } from './organizations/change'
import { createOrganization } from './organizations/create'
import { listOrganizations } from './organizations/list'
import { removeLogo } from './organizations/remove-logo'
import { setLogo } from './organizations/set-logo'
import { showOrganization } from './organizations/show'
import { listProjects } from './projects/list'
import { listProjectPledges } from './projects/list-pledges'
import { listQueues } from './queues/list'
import { retryDelivery } from './queues/retry'
import { showStats } from './stats/show'
import { createTier } from './tiers/create'
import { editTier } from './tiers/edit'
import { listTiers } from './tiers/list'
import { listAllTiers } from './tiers/list-all'
import { createUser } from './users/create'
import { editUser } from './users/edit'
import { endUserSessions } from './users/end-sessions'
import { listUsers } from './users/list'
import { showUser } from './users/show'

/** Every operation that pages call, one file each. */
export const handlers = [
  ...[sendMagicLink, redeemMagicLink, refreshSession, signOut],
  ...[showMe, changeMe, listSessions, endSession, listTokens, createToken, revokeToken],
  ...[listOrganizations, showOrganization, createOrganization, changeOrganization, setLogo, removeLogo],
  ...[listMembers, addMember, changeMember, removeMember],
  ...[listInvitations, inviteMember, resendInvitation, revokeInvitation, previewInvitation, acceptInvitation],
  ...[listProjects, listProjectPledges, showStats],
  ...[listTiers, listAllTiers, createTier, editTier],
  ...[listUsers, showUser, createUser, editUser, endUserSessions],
  ...[listQueues, retryDelivery, listAuditEntries],
  unsubscribe,
]
