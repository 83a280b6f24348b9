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

/** What a list shows of a project, and the rest of it. */
export type Project = Schemas['Project']
export type ProjectDetail = Schemas['ProjectDetail']
export type ProjectCan = Schemas['ProjectCan']
export type ProjectSort = Schemas['ProjectSort']
export type Funding = Schemas['Funding']
export type Delivery = Schemas['Delivery']
export type FundingMode = Schemas['Mode']
export type CloseReason = Schemas['CloseReason']
export type Deliverable = Schemas['Deliverable']
export type ProjectLink = Schemas['ProjectLink']
export type LinkKind = Schemas['LinkKind']
export type Progress = Schemas['Progress']
export type ProgressPoint = Schemas['ProgressPoint']
export type LedgerLine = Schemas['LedgerLine']
export type Update = Schemas['Update']
export type UpdateKind = Schemas['UpdateKind']
export type Supports = Schemas['Supports']
export type SupportKind = Schemas['SupportKind']
export type Explanation = Schemas['Explanation']

export type Pledge = Schemas['Pledge']
export type PublicPledge = Schemas['PublicPledge']
export type PledgeStatus = Schemas['PledgeStatus']
export type PledgeVersion = Schemas['PledgeVersion']
export type Visibility = Schemas['Visibility']
export type Conditions = Schemas['Conditions']
export type Terms = Schemas['Terms']
/** What somebody thinks about pledging, and what would then be. */
export type Intention = Schemas['SimulatePledge']
export type Simulation = Schemas['Simulation']
export type SimulatedShare = Schemas['SimulatedShare']
export type Budget = Schemas['Budget']

/** A theme or a narrative. */
export type Topic = Schemas['Topic']
export type TopicLink = Schemas['TopicLink']
export type Stats = Schemas['Stats']
export type ThemeStats = Schemas['ThemeStats']
export type YearStats = Schemas['YearStats']

/** What staff do with projects. */
export type ProjectFields = Schemas['ProjectFields']
export type PublishCheck = Schemas['PublishCheck']
export type MissingField = Schemas['Missing']
export type PublishAs = Schemas['PublishAs']
export type Work = Schemas['Work']
export type WorkItem = Schemas['WorkItem']
export type Capacity = Schemas['Capacity']
