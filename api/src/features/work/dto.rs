//! Wire types of what waits for staff.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::kernel::{Amount, words};

words! {
    WorkKind, "A kind of work", {
        /// Extend it, or let it close at `until`; `amount` is what it lacks.
        MissedProject = "missed_project",
        /// Settle it, or wait for its date; `amount` is what is over.
        CoveredCoalition = "covered_coalition",
        /// `amount` of what was funded has fallen away.
        Gap = "gap",
        /// The project is funded, and this pledge of `amount` has no agreement.
        UnsignedPledge = "unsigned_pledge",
        /// Funded with `amount`, and neither in the queue nor started.
        NotStarted = "not_started",
        /// Closes within a week, at `until`; `amount` is what it lacks.
        ClosingSoon = "closing_soon",
        /// `count` deliveries were given up.
        DeadLetters = "dead_letters",
        /// A membership ended while `count` pledges of `amount` together are not paid.
        EndedMembership = "ended_membership",
    }
}

/// What waits, the oldest first.
#[derive(Serialize, ToSchema)]
pub struct Work {
    /// At most 200; `counts` says how many there are.
    pub items: Vec<WorkItem>,
    /// How many there are of each kind, all kinds in their order.
    pub counts: Vec<WorkCount>,
    pub total: i64,
}

#[derive(Serialize, ToSchema)]
pub struct WorkItem {
    pub kind: WorkKind,
    pub since: DateTime<Utc>,
    /// Whole days since then
    pub age_days: i64,
    pub project: Option<WorkProject>,
    pub organization: Option<WorkOrganization>,
    /// A pledge's id.
    pub pledge: Option<Uuid>,
    #[schema(value_type = Option<String>, example = "1500.00")]
    pub amount: Option<Amount>,
    pub count: Option<i64>,
    /// When it decides itself.
    pub until: Option<DateTime<Utc>>,
}

#[derive(Serialize, ToSchema)]
pub struct WorkProject {
    pub slug: String,
    pub title: String,
}

#[derive(Serialize, ToSchema)]
pub struct WorkOrganization {
    pub slug: String,
    pub name: String,
}

#[derive(Serialize, ToSchema)]
pub struct WorkCount {
    pub kind: WorkKind,
    pub count: i64,
}
