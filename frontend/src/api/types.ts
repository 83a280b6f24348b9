import type { components } from './schema'

/** The API's own names for its things, so that no other file reaches into the generated schema. */
type Schemas = components['schemas']

export type Permission = Schemas['Can']
export type Problem = Schemas['Problem']
export type ProblemCode = Problem['code']
export type FieldProblem = Schemas['FieldError']
export type FieldCode = FieldProblem['code']

export type Me = Schemas['Me']
export type Membership = Schemas['Membership']
export type OrganizationRef = Schemas['OrganizationLink']
export type Role = Membership['role']
export type OrganizationKind = Schemas['OrganizationKind']
export type Session = Schemas['SessionStarted']
export type DeviceSession = Schemas['Session']
export type Token = Schemas['Token']
export type NewToken = Schemas['TokenCreated']
export type Scope = Token['scopes'][number]

/** What stands in it from `OwnPart` only its own people and staff see. */
export type Organization = Schemas['Organization']
export type OrganizationChanges = Schemas['EditOrganization']
export type Member = Schemas['Member']
export type Invitation = Schemas['Invitation']
export type InvitationPreview = Schemas['InvitationPreview']
export type Tier = Schemas['Tier']

export type AdminUser = Schemas['User']
export type UserChanges = Schemas['EditUser']
export type AuditEntry = Schemas['AuditEntry']
export type QueueItem = Schemas['QueuedDelivery']
