//! What becomes of pledges when their project is funded, settled or closed.

use serde_json::{Value, json};

use super::author::Author;
use super::store::PledgeRow;
use super::{closing_store, lines, recount, view};
use crate::db::Tx;
use crate::error::Result;
use crate::features::ledger;
use crate::features::projects::store::{self as projects, Project};
use crate::kernel::{Amount, Dust, Event, LedgerEntry, ProjectId, ProjectStep};

pub async fn react(tx: &mut Tx, event: &Event) -> Result<()> {
    let Event::Project(event) = event else { return Ok(()) };
    let author = Author::of_all(tx.actor(), event.decider);
    match event.step {
        ProjectStep::Settled => settle(tx, author, event.project).await,
        ProjectStep::Funded => {
            release_requests(tx, author, event.project, "project_funded").await?;
            closing_store::name(tx, event.project).await
        }
        ProjectStep::Refilled => release_requests(tx, author, event.project, "project_funded").await,
        ProjectStep::Closed => close(tx, author, event.project).await,
        _ => Ok(()),
    }
}

/// The shares freeze; who waits is released.
async fn settle(tx: &mut Tx, author: Author, id: ProjectId) -> Result<()> {
    let mut project = projects::lock_by_id(tx, id).await?;
    let (counted, waiting): (Vec<_>, Vec<_>) =
        closing_store::standing(tx, id).await?.into_iter().partition(|(row, _)| row.active);
    let (mut frozen, slugs): (Vec<PledgeRow>, Vec<String>) = counted.into_iter().unzip();
    for row in &mut frozen {
        row.share = Some(view::share_now(row, &project)?.to_decimal());
    }
    closing_store::freeze(tx, author, id, &mut frozen).await?;
    let waiting = waiting.into_iter().map(|(row, _)| row).collect();
    closing_store::release(tx, author, waiting, "condition_not_met").await?;
    let money = &mut project.money;
    money.ceilings = money.pledged;
    money.waiting = Amount::ZERO.to_decimal();
    money.waiters = 0;
    forget_level(&mut project);
    recount::write(tx, &project);
    let shares: Vec<Value> =
        frozen.iter().zip(&slugs).map(|(row, slug)| share_line(row, slug)).collect::<Result<_>>()?;
    ledger::record(tx, LedgerEntry { project: id, kind: "settled", data: json!({ "shares": shares }) }).await?;
    Ok(())
}

fn share_line(row: &PledgeRow, slug: &str) -> Result<Value> {
    let mut line = lines::party(row, slug)?;
    line["ceiling"] = json!(row.amount()?);
    line["share"] = json!(row.share()?);
    Ok(line)
}

fn forget_level(project: &mut Project) {
    let money = &mut project.money;
    (money.level, money.extra_to) = (None, None);
    (money.tipping_point, money.wakes_at, money.wakes_pledges, money.wakes_ceilings) = (None, None, None, None);
}

/// What nobody approved in time.
async fn release_requests(tx: &mut Tx, author: Author, id: ProjectId, reason: &str) -> Result<()> {
    let requests = closing_store::requests(tx, id).await?;
    closing_store::release(tx, author, requests, reason).await?;
    let mut project = projects::lock_by_id(tx, id).await?;
    project.money.requests = 0;
    recount::write(tx, &project);
    Ok(())
}

/// Nothing is owed: all that is not signed is released, and nothing counts any more.
async fn close(tx: &mut Tx, author: Author, id: ProjectId) -> Result<()> {
    closing_store::name(tx, id).await?;
    let live = closing_store::unsigned(tx, id).await?;
    closing_store::release(tx, author, live, "project_closed").await?;
    let mut project = projects::lock_by_id(tx, id).await?;
    let nothing = Amount::ZERO.to_decimal();
    let money = &mut project.money;
    (money.pledged, money.ceilings, money.waiting) = (nothing, nothing, nothing);
    (money.backers, money.waiters, money.requests) = (0, 0, 0);
    money.dust = Dust::NONE.to_decimal();
    forget_level(&mut project);
    recount::write(tx, &project);
    Ok(())
}
