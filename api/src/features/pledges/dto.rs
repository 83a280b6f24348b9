//! Wire types of pledges, as they are shown.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::rules::explain::Explanation;
use super::rules::years::FiscalYear;
use crate::features::organizations::dto::OrganizationLink;
use crate::features::projects::dto::Project;
use crate::kernel::{Amount, Fraction, Mode, PledgeStatus, Visibility};
use crate::policy::Can;

/// A pledge, as its own organisation and staff see it.
#[derive(Serialize, ToSchema)]
pub struct Pledge {
    pub id: Uuid,
    pub project: ProjectName,
    pub organization: OrganizationLink,
    /// A pledge that waits for its conditions is `pledged` with `active` false.
    pub status: PledgeStatus,
    /// What it bears at most.
    #[schema(value_type = String, example = "7500.00")]
    pub amount: Amount,
    #[schema(value_type = Option<String>, example = "1/3")]
    pub fraction: Option<Fraction>,
    #[schema(example = "USD")]
    pub currency: String,
    /// Whether it counts.
    pub active: bool,
    /// What it bears as things stand.
    #[schema(value_type = String, example = "5000.00")]
    pub share: Amount,
    pub visibility: Visibility,
    pub note: Option<String>,
    pub purchase_order: Option<String>,
    pub terms_version: String,
    pub conditions: Conditions,
    pub instalments: Vec<Instalment>,
    pub explanation: Vec<Explanation>,
    /// The name of the champion who placed it, if one did.
    pub champion: Option<String>,
    /// Why it ended, if it has.
    pub reason: Option<String>,
    pub agreement_reference: Option<String>,
    pub agreement_date: Option<NaiveDate>,
    /// What stands for it in the public ledger.
    pub handle: String,
    pub ledger: LedgerHead,
    pub placed_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i32,
    pub can: PledgeCan,
}

/// The last line of the project's ledger when this was answered: keep it, and nobody can rewrite what came before.
#[derive(Serialize, ToSchema)]
pub struct LedgerHead {
    pub seq: i32,
    #[schema(example = "9f2c0c1e4a…")]
    pub hash: String,
}

#[derive(Serialize, ToSchema)]
pub struct ProjectName {
    pub slug: String,
    pub title: String,
    pub mode: Mode,
}

#[derive(Serialize, ToSchema)]
pub struct Conditions {
    pub min_other_orgs: Option<i32>,
    #[schema(value_type = Option<String>)]
    pub min_other_amount: Option<Amount>,
    #[schema(value_type = Option<String>)]
    pub min_total: Option<Amount>,
    /// An organisation's slug.
    pub requires_org: Option<String>,
}

#[derive(Serialize, ToSchema)]
pub struct Instalment {
    #[schema(value_type = String, example = "FY27")]
    pub fiscal_year: FiscalYear,
    #[schema(value_type = String, example = "1/2")]
    pub part: Fraction,
    #[schema(value_type = String)]
    pub amount: Amount,
}

#[derive(Serialize, ToSchema)]
pub struct PledgeCan {
    pub approve: Can,
    pub decline: Can,
    pub edit: Can,
    /// Visibility, note and purchase order.
    pub annotate: Can,
    pub withdraw: Can,
    pub release: Can,
    pub sign: Can,
    pub default: Can,
}

/// A pledge as everybody sees it. A hidden one has an amount and nothing that tells whose it is, or when it came.
#[derive(Serialize, ToSchema)]
pub struct PublicPledge {
    /// Absent for "an institution".
    pub organization: Option<OrganizationLink>,
    #[schema(value_type = String)]
    pub amount: Amount,
    #[schema(value_type = String)]
    pub share: Amount,
    /// Whether its conditions hold.
    pub active: bool,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = OpenPart)]
    pub open: Option<OpenPart>,
}

/// Only of public pledges, and for staff of all.
#[derive(Serialize, ToSchema)]
pub struct OpenPart {
    #[schema(required = false)]
    pub id: Uuid,
    #[schema(required = false)]
    pub status: PledgeStatus,
    #[schema(required = false)]
    pub visibility: Visibility,
    #[schema(value_type = Option<String>)]
    pub fraction: Option<Fraction>,
    pub note: Option<String>,
    #[schema(required = false)]
    pub conditions: Conditions,
    #[schema(required = false)]
    pub placed_at: DateTime<Utc>,
    #[schema(required = false)]
    pub version: i32,
}

/// A page of a project's pledges.
#[derive(Serialize, ToSchema)]
pub struct PublicPledges {
    pub items: Vec<PublicPledge>,
    /// Those who gave without showing how much, by name: when the project was funded or closed.
    pub names: Vec<OrganizationLink>,
    pub next_cursor: Option<String>,
}

/// What an organisation stands for, as everybody sees it.
#[derive(Serialize, ToSchema)]
pub struct OrganizationFunding {
    pub items: Vec<FundedProject>,
    /// Projects it is named for without an amount, by title.
    pub named: Vec<ProjectName>,
    pub next_cursor: Option<String>,
}

/// A public pledge, from its organisation's side.
#[derive(Serialize, ToSchema)]
pub struct FundedProject {
    pub project: Project,
    #[schema(value_type = String)]
    pub amount: Amount,
    #[schema(value_type = String)]
    pub share: Amount,
    pub active: bool,
    pub status: PledgeStatus,
    pub placed_at: DateTime<Utc>,
}

/// One step in a pledge's life.
#[derive(Serialize, ToSchema)]
pub struct PledgeVersion {
    pub version: i32,
    pub at: DateTime<Utc>,
    #[schema(example = "placed")]
    pub kind: String,
    pub actor: PledgeActor,
    pub reason: Option<String>,
    pub status: String,
    pub amount: String,
    pub share: Option<String>,
    pub visibility: String,
    pub note: Option<String>,
    pub purchase_order: Option<String>,
    pub terms_version: String,
}

#[derive(Serialize, ToSchema)]
pub struct PledgeActor {
    /// `session`, `token`, `command_line`, or `program` for what a date or another's pledge brought about.
    #[schema(example = "session")]
    pub kind: String,
    pub name: Option<String>,
    /// Staff acted for the organisation.
    pub on_behalf: bool,
}

/// What would be.
#[derive(Serialize, ToSchema)]
pub struct Simulation {
    pub before: SimulatedState,
    pub after: SimulatedState,
    /// Whose share changes, largest first; at most a hundred.
    pub shares: Vec<SimulatedShare>,
    /// How many more change than are listed.
    pub more: i64,
    /// What would count that waits now.
    pub wakes: Vec<SimulatedParty>,
    /// What would wait that counts now.
    pub sleeps: Vec<SimulatedParty>,
    /// After it: the smallest pledge by anyone that would fund or cover it.
    #[schema(value_type = Option<String>)]
    pub tipping_point: Option<Amount>,
    /// Whether it would wait for a lead's approval.
    pub requested: bool,
    pub explanation: Vec<Explanation>,
}

#[derive(Serialize, ToSchema)]
pub struct SimulatedState {
    #[schema(example = "open")]
    pub funding: crate::kernel::Funding,
    #[schema(value_type = String)]
    pub pledged: Amount,
    #[schema(value_type = String)]
    pub ceilings: Amount,
    #[schema(value_type = String)]
    pub waiting: Amount,
    #[schema(value_type = String)]
    pub remaining: Amount,
    pub backers: i32,
    pub covered: bool,
}

#[derive(Serialize, ToSchema)]
pub struct SimulatedShare {
    /// Absent for "an institution".
    pub organization: Option<OrganizationLink>,
    /// The pledge that is asked about.
    pub own: bool,
    #[schema(value_type = String)]
    pub before: Amount,
    #[schema(value_type = String)]
    pub after: Amount,
}

#[derive(Serialize, ToSchema)]
pub struct SimulatedParty {
    /// Absent for "an institution".
    pub organization: Option<OrganizationLink>,
    pub own: bool,
    #[schema(value_type = String)]
    pub amount: Amount,
}
