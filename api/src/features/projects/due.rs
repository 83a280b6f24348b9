//! What a project becomes: funded, missed, settled, closed. The facts themselves; `life_actions` asks whether they may
//! be, the date or a pledge that completes the goal brings them about.
//!
//! Always holds: the project is locked; each fact is recorded once; what a date decided came about at that date, however
//! late somebody notes it.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::rules::calendar::{Due, GRACE, LAPSED};
use super::store::{self, Project};
use crate::db::Tx;
use crate::error::Result;
use crate::kernel::{CloseReason, Decider, Effect, Event, Funding, LedgerEntry, ProjectEvent, ProjectStep};

/// Whose doing a fact is, and since when it is one.
#[derive(Clone, Copy)]
pub struct Decision {
    by: Decider,
    at: DateTime<Utc>,
}

impl Decision {
    pub fn of_actor(tx: &Tx) -> Self {
        Self { by: Decider::Actor, at: tx.now() }
    }

    /// It follows from a date, or from somebody's pledge.
    fn of_nobody(at: DateTime<Utc>) -> Self {
        Self { by: Decider::Nobody, at }
    }
}

/// Notes what the date has decided since somebody last looked. Every change begins with it.
pub async fn bring_up_to_date(tx: &mut Tx, project: &mut Project) -> Result<()> {
    while let Some(due) = project.due(tx.now())? {
        let at = project.row.closes_at.map_or(tx.now(), |date| due.at(date));
        match due {
            Due::Settle => settle(tx, project, Decision::of_nobody(at)).await?,
            Due::Miss => miss(tx, project).await?,
            Due::Lapse => close(tx, project, Decision::of_nobody(at), CloseReason::NotFunded, LAPSED).await?,
        }
    }
    Ok(())
}

/// A pledge that completes the goal funds the project in its own transaction.
pub async fn react(tx: &mut Tx, event: &Event) -> Result<()> {
    let Event::Pledge(pledge) = event else { return Ok(()) };
    if pledge.effect != Effect::Completes {
        return Ok(());
    }
    let mut project = store::lock_by_id(tx, pledge.project).await?;
    if project.noted_funding()? == Funding::Funded {
        return record_of(tx, Decider::Nobody, &project, ProjectStep::Refilled, json!({}), None).await;
    }
    let decision = Decision::of_nobody(tx.now());
    fund(tx, &mut project, decision).await
}

pub async fn fund(tx: &mut Tx, project: &mut Project, decision: Decision) -> Result<()> {
    project.row.funding = Funding::Funded.as_str().to_owned();
    project.row.funded_at = Some(decision.at);
    store::update(tx, project).await?;
    record_of(tx, decision.by, project, ProjectStep::Funded, json!({}), Some(("funded", json!({})))).await?;
    // Requests were released meanwhile.
    *project = store::lock_by_id(tx, project.id()).await?;
    Ok(())
}

/// Freezes the shares. What waits is released by who reacts, and then it is funded.
pub async fn settle(tx: &mut Tx, project: &mut Project, decision: Decision) -> Result<()> {
    let how = match decision.by {
        Decider::Actor => "by_staff",
        Decider::Nobody => "by_date",
    };
    record_of(tx, decision.by, project, ProjectStep::Settled, json!({ "how": how }), None).await?;
    *project = store::lock_by_id(tx, project.id()).await?;
    fund(tx, project, decision).await
}

async fn miss(tx: &mut Tx, project: &mut Project) -> Result<()> {
    project.row.funding = Funding::Missed.as_str().to_owned();
    project.row.lapses_at = project.row.closes_at.map(|closed| closed + GRACE);
    store::update(tx, project).await?;
    record_of(tx, Decider::Nobody, project, ProjectStep::Missed, json!({}), Some(("missed", json!({})))).await
}

pub async fn close(
    tx: &mut Tx,
    project: &mut Project,
    decision: Decision,
    reason: CloseReason,
    note: &str,
) -> Result<()> {
    let was_open = !matches!(project.noted_funding()?, Funding::Draft | Funding::Candidate);
    project.row.funding = Funding::Closed.as_str().to_owned();
    project.row.lapses_at = None;
    project.row.closed_at = Some(decision.at);
    project.row.close_reason = Some(reason.as_str().to_owned());
    project.row.close_note = Some(note.to_owned());
    store::update(tx, project).await?;
    let line = was_open.then(|| ("closed", json!({ "reason": reason, "note": note })));
    record_of(tx, decision.by, project, ProjectStep::Closed, json!({ "reason": reason }), line).await?;
    *project = store::lock_by_id(tx, project.id()).await?;
    Ok(())
}

/// Says that whoever acts did it, to whoever reacts and, with `line`, to the ledger.
pub async fn record(
    tx: &mut Tx,
    project: &Project,
    step: ProjectStep,
    detail: Value,
    line: Option<(&'static str, Value)>,
) -> Result<()> {
    record_of(tx, Decider::Actor, project, step, detail, line).await
}

async fn record_of(
    tx: &mut Tx,
    decider: Decider,
    project: &Project,
    step: ProjectStep,
    detail: Value,
    line: Option<(&'static str, Value)>,
) -> Result<()> {
    let project = project.id();
    let entry = line.map(|(kind, data)| LedgerEntry { project, kind, data });
    tx.record(Event::Project(Box::new(ProjectEvent { step, project, decider, detail, entry }))).await
}
