//! The steps of a project's and of a pledge's life, as events.

use serde_json::Value;

use super::words;
use super::{LedgerEntry, OrganizationId, PledgeId, ProjectId};

words! {
    ProjectStep, "A step of a project", {
        Created = "project_created",
        Edited = "project_edited",
        BecameCandidate = "project_became_candidate",
        Opened = "project_opened",
        Extended = "project_extended",
        Missed = "project_missed",
        Settled = "project_settled",
        Funded = "project_funded",
        /// A gap was filled again.
        Refilled = "project_refilled",
        Closed = "project_closed",
        DeliveryChanged = "project_delivery_changed",
        QueueMoved = "project_queue_moved",
        /// It closes soon, and those concerned are to be told.
        ReminderDue = "project_reminder_due",
    }

    PledgeStep, "A step of a pledge", {
        Requested = "pledge_requested",
        Placed = "pledge_placed",
        Approved = "pledge_approved",
        Declined = "pledge_declined",
        Edited = "pledge_edited",
        Withdrawn = "pledge_withdrawn",
        Released = "pledge_released",
        Signed = "pledge_signed",
        Defaulted = "pledge_defaulted",
    }
}

#[derive(Clone, Debug)]
pub struct ProjectEvent {
    pub step: ProjectStep,
    pub project: ProjectId,
    pub decider: Decider,
    pub detail: Value,
    pub entry: Option<LedgerEntry>,
}

#[derive(Clone, Debug)]
pub struct PledgeEvent {
    pub step: PledgeStep,
    pub project: ProjectId,
    pub pledge: PledgeId,
    pub organization: OrganizationId,
    pub detail: Value,
    pub entry: Option<LedgerEntry>,
    /// What it did to the project's money.
    pub effect: Effect,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Effect {
    #[default]
    None,
    /// What counts reached the goal.
    Completes,
    /// Something fell away from a funded project.
    OpensGap,
}

/// Who decided on a step of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decider {
    /// Whoever acts: staff, who did just that.
    Actor,
    /// Nobody: a date passed, or an amount reached the goal, whoever's step that came with.
    Nobody,
}
