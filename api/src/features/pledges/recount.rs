//! What a project's pledges come to, written down beside its goal.
//!
//! In mode `fixed`, and in a gap, each pledge adds or takes away what it counts. While a coalition is open, everything
//! is derived anew from all that stand: who counts, the level of the shares, what would tip it.

use uuid::Uuid;

use super::rules::booking::Booked;
use super::rules::coalition::{Outcome, outcome};
use super::store;
use crate::db::{Tx, amount_of};
use crate::error::Result;
use crate::features::ledger;
use crate::features::ledger::rules::line::Head;
use crate::features::ledger::rules::totals::Totals;
use crate::features::projects::store::{self as projects, Project};
use crate::kernel::{Amount, Dust, Funding, LedgerEntry, Mode};

/// Whether shares still move: a coalition that is not settled.
pub fn is_open_coalition(project: &Project) -> Result<bool> {
    let unsettled = matches!(project.noted_funding()?, Funding::Open | Funding::Missed);
    Ok(project.mode()? == Mode::Shared && unsettled)
}

/// Call it once the pledge's row is written, and once the goal is.
pub async fn recount(tx: &mut Tx, project: &mut Project) -> Result<()> {
    if !is_open_coalition(project)? {
        return Ok(());
    }
    let (ids, standings) = store::standings(tx.conn().await?, project.id()).await?;
    let outcome = outcome(&standings, project.firm_goal()?, project.minimum()?);
    let moved = |to: bool| -> Vec<Uuid> {
        let all = ids.iter().zip(&standings).zip(&outcome.active);
        all.filter(|((_, was), is)| was.active != **is && **is == to).map(|((id, _), _)| id.as_uuid()).collect()
    };
    store::set_active(tx, &moved(true), true).await?;
    store::set_active(tx, &moved(false), false).await?;
    write_outcome(project, &outcome);
    Ok(())
}

fn write_outcome(project: &mut Project, outcome: &Outcome) {
    let money = &mut project.money;
    money.pledged = outcome.pledged.to_decimal();
    money.ceilings = outcome.ceilings.to_decimal();
    money.waiting = outcome.waiting.to_decimal();
    money.backers = outcome.backers;
    money.waiters = outcome.waiters;
    money.level = outcome.level.map(|level| level.level.to_decimal());
    money.extra_to = outcome.level.and_then(|level| level.extra_to);
    money.tipping_point = outcome.tipping_point.map(Amount::to_decimal);
    money.wakes_at = outcome.waking.map(|waking| waking.amount.to_decimal());
    money.wakes_pledges = outcome.waking.map(|waking| waking.pledges);
    money.wakes_ceilings = outcome.waking.map(|waking| waking.ceilings.to_decimal());
}

/// A pledge that counts as it is joins what is counted.
pub fn add(project: &mut Project, booked: Booked) -> Result<()> {
    let dust = project.dust()? + booked.dust;
    let money = &mut project.money;
    money.pledged += booked.amount.to_decimal();
    money.ceilings = money.pledged;
    money.dust = dust.to_decimal();
    money.backers += 1;
    Ok(())
}

/// And leaves it.
pub fn remove(project: &mut Project, counted: Amount, dust: Dust) -> Result<()> {
    let dust = project.dust()? - dust;
    let money = &mut project.money;
    money.pledged -= counted.to_decimal();
    money.ceilings = money.pledged;
    money.dust = dust.to_decimal();
    money.backers -= 1;
    Ok(())
}

/// What it all comes to, as the ledger states it.
fn totals(project: &Project) -> Result<Totals> {
    let money = &project.money;
    Ok(Totals {
        goal: project.goal()?,
        pledged: project.pledged()?,
        ceilings: amount_of(money.ceilings)?,
        waiting: amount_of(money.waiting)?,
        signed: amount_of(money.signed)?,
        backers: i64::from(money.backers),
    })
}

pub fn is_complete(project: &Project) -> Result<bool> {
    Ok(!is_open_coalition(project)? && project.goal()? == Some(amount_of(project.money.pledged)?))
}

pub fn write(tx: &mut Tx, project: &Project) {
    projects::update_money(tx, project, None);
}

/// The same with the ledger's line about it, for who knows where the ledger ends. Where it ends then.
pub fn write_with_line(tx: &mut Tx, project: &Project, head: &Head, entry: LedgerEntry) -> Result<Head> {
    let totals = totals(project)?;
    let line = ledger::line_after(head, &totals, tx.now(), entry);
    let head = line.head();
    projects::update_money(tx, project, Some(&line));
    ledger::store::insert(tx, line, &totals);
    Ok(head)
}
