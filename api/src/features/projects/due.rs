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
use crate::kernel::{CloseReason, Effect, Event, Funding, LedgerEntry, ProjectEvent, ProjectStep};

/// Notes what the date has decided since somebody last looked. Every change begins with it.
pub async fn bring_up_to_date(tx: &mut Tx, project: &mut Project) -> Result<()> {
    while let Some(due) = project.due(tx.now())? {
        let at = project.row.closes_at.map_or(tx.now(), |date| due.at(date));
        match due {
            Due::Settle => settle(tx, project, "by_date", at).await?,
            Due::Miss => miss(tx, project).await?,
            Due::Lapse => close(tx, project, CloseReason::NotFunded, LAPSED, at).await?,
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
        return record(tx, &project, ProjectStep::Refilled, json!({}), None).await;
    }
    let now = tx.now();
    fund(tx, &mut project, now).await
}

pub async fn fund(tx: &mut Tx, project: &mut Project, at: DateTime<Utc>) -> Result<()> {
    project.row.funding = Funding::Funded.as_str().to_owned();
    project.row.funded_at = Some(at);
    store::update(tx, project).await?;
    record(tx, project, ProjectStep::Funded, json!({}), Some(("funded", json!({})))).await?;
    // Requests were released meanwhile.
    *project = store::lock_by_id(tx, project.id()).await?;
    Ok(())
}

/// Freezes the shares. What waits is released by who reacts, and then it is funded.
pub async fn settle(tx: &mut Tx, project: &mut Project, how: &str, at: DateTime<Utc>) -> Result<()> {
    record(tx, project, ProjectStep::Settled, json!({ "how": how }), None).await?;
    *project = store::lock_by_id(tx, project.id()).await?;
    fund(tx, project, at).await
}

async fn miss(tx: &mut Tx, project: &mut Project) -> Result<()> {
    project.row.funding = Funding::Missed.as_str().to_owned();
    project.row.lapses_at = project.row.closes_at.map(|closed| closed + GRACE);
    store::update(tx, project).await?;
    record(tx, project, ProjectStep::Missed, json!({}), Some(("missed", json!({})))).await
}

pub async fn close(
    tx: &mut Tx,
    project: &mut Project,
    reason: CloseReason,
    note: &str,
    at: DateTime<Utc>,
) -> Result<()> {
    let was_open = !matches!(project.noted_funding()?, Funding::Draft | Funding::Candidate);
    project.row.funding = Funding::Closed.as_str().to_owned();
    project.row.lapses_at = None;
    project.row.closed_at = Some(at);
    project.row.close_reason = Some(reason.as_str().to_owned());
    project.row.close_note = Some(note.to_owned());
    store::update(tx, project).await?;
    let line = was_open.then(|| ("closed", json!({ "reason": reason, "note": note })));
    record(tx, project, ProjectStep::Closed, json!({ "reason": reason }), line).await?;
    *project = store::lock_by_id(tx, project.id()).await?;
    Ok(())
}

/// Says that it happened, to whoever reacts and, with `line`, to the ledger.
pub async fn record(
    tx: &mut Tx,
    project: &Project,
    step: ProjectStep,
    detail: Value,
    line: Option<(&'static str, Value)>,
) -> Result<()> {
    let project = project.id();
    let entry = line.map(|(kind, data)| LedgerEntry { project, kind, data });
    tx.record(Event::Project(Box::new(ProjectEvent { step, project, detail, entry }))).await
}
