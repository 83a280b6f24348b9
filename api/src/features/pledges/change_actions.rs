//! Use case: change a pledge. It keeps its place and gets a new version.

use diesel_async::AsyncPgConnection;

use super::actions::{Locked, locked, record};
use super::dto::Pledge;
use super::fields::PledgeChange;
use super::judge::{Case, counted_or_amount, judge_change};
use super::recount;
use super::rules::booking::Booked;
use super::store::{self, PledgeRow};
use super::version_store::{self, VersionKind};
use super::{lines, view, year_store};
use crate::db::Tx;
use crate::error::{Code, Error, Result};
use crate::kernel::{Amount, Effect, Funding, LedgerEntry, PledgeId, PledgeStatus, PledgeStep, Text, Visibility};
use crate::policy::{self, PledgeAction};
use crate::version::Seen;

pub async fn edit(tx: &mut Tx, seen: Seen, id: PledgeId, change: &PledgeChange) -> Result<Pledge> {
    let action = if change.touches_money() { PledgeAction::Edit } else { PledgeAction::Annotate };
    let mut locked = locked(tx, id, seen, action).await?;
    let before = locked.row.clone();
    if change.touches_words() {
        write_words(tx, &mut locked, change).await?;
    }
    let money_moved = if change.touches_money() { write_money(tx, &mut locked, change).await? } else { false };
    if locked.row == before {
        // Nothing was said that is not so already.
        return view::show(tx, id).await;
    }
    store::update(tx, &mut locked.row).await?;
    version_store::add(tx, &locked.row, VersionKind::Edited, None);
    let mut effect = Effect::None;
    if locked.row.status()?.stands() {
        if recount::is_open_coalition(&locked.project)? {
            recount::recount(tx, &mut locked.project).await?;
        }
        recount::write(tx, &locked.project);
        let was_complete = locked.stage.funding == Funding::Funded && !locked.stage.gap;
        if !was_complete && recount::is_complete(&locked.project)? {
            effect = Effect::Completes;
        }
    }
    let entry = line(&before, &locked, money_moved)?;
    record(tx, &locked.row, PledgeStep::Edited, entry, effect).await?;
    view::show(tx, id).await
}

/// Whether what is no money may change like this. Who only asks what would be is told the same.
pub async fn may_change(
    conn: &mut AsyncPgConnection,
    case: &Case<'_>,
    row: &PledgeRow,
    change: &PledgeChange,
) -> Result<()> {
    if !change.touches_words() {
        return Ok(());
    }
    let standing = view::standing(row, case.organization, case.now)?;
    policy::pledge(case.actor, PledgeAction::Annotate, &standing, &case.stage).require()?;
    match change.visibility {
        Some(visibility) => may_widen(conn, case, row, visibility).await,
        None => Ok(()),
    }
}

/// Wider only: the ledger cannot be unwritten. And not where it would tell what another gave: once names are listed
/// beside hidden amounts, the last hidden amount would be somebody's.
async fn may_widen(
    conn: &mut AsyncPgConnection,
    case: &Case<'_>,
    row: &PledgeRow,
    visibility: Visibility,
) -> Result<()> {
    let before = row.visibility()?;
    if visibility < before && row.status()? != PledgeStatus::Requested {
        return Err(Error::new(Code::VisibilityOnlyWider));
    }
    let shows = visibility == Visibility::Public && before != Visibility::Public;
    if shows && case.stage.funding == Funding::Funded {
        let (hidden, named) = store::hidden_beside(conn, case.project.id(), case.organization.id()).await?;
        if named > 0 && hidden < 2 {
            return Err(Error::new(Code::WouldRevealAnother));
        }
    }
    Ok(())
}

/// Visibility, note and purchase order.
async fn write_words(tx: &mut Tx, locked: &mut Locked, change: &PledgeChange) -> Result<()> {
    let (actor, now) = (tx.actor().clone(), tx.now());
    may_change(tx.conn().await?, &locked.case(&actor, now), &locked.row, change).await?;
    if let Some(visibility) = change.visibility {
        widen(tx, locked, visibility).await?;
    }
    let row = &mut locked.row;
    if let Some(note) = change.note.named() {
        row.note = note.map(|text: &Text<1, 1000>| text.as_str().to_owned());
    }
    if let Some(order) = change.purchase_order.named() {
        row.purchase_order = order.map(|text: &Text<1, 100>| text.as_str().to_owned());
    }
    Ok(())
}

async fn widen(tx: &mut Tx, locked: &mut Locked, visibility: Visibility) -> Result<()> {
    if visibility == locked.row.visibility()? {
        return Ok(());
    }
    // Who came into a gap does not join the list: whoever reads it again and again saw the amount come.
    if visibility == Visibility::NameOnly
        && locked.stage.funding == Funding::Funded
        && let Some(funded_at) = locked.project.row.funded_at
        && store::stood_beside(tx.conn().await?, &locked.row, funded_at).await?
    {
        locked.row.named_at = Some(tx.now());
    }
    if visibility == Visibility::Public {
        locked.row.named_at = None;
    }
    locked.row.visibility = visibility.as_str().to_owned();
    Ok(())
}

/// Whether what is booked is another amount than before.
async fn write_money(tx: &mut Tx, locked: &mut Locked, change: &PledgeChange) -> Result<bool> {
    let (actor, now) = (tx.actor().clone(), tx.now());
    let judged = judge_change(tx, &locked.case(&actor, now), &locked.row, change).await?;
    let requested = locked.row.status()? == PledgeStatus::Requested;
    if let Some(left) = judged.above_limit.filter(|_| !requested) {
        return Err(Error::new(Code::AboveLimit).with("left", left.to_string()));
    }
    let before = counted_or_amount(&locked.row)?;
    let was = Booked { amount: before, dust: locked.row.dust()? };
    let counts = locked.row.share()?.is_some();
    let row = &mut locked.row;
    row.set_conditions(&judged.conditions);
    row.fraction = judged.fraction.map(|fraction| fraction.to_string());
    row.dust = judged.booked.dust.to_decimal();
    if counts {
        row.share = Some(judged.booked.amount.to_decimal());
        // A ceiling that was settled stays what was promised, unless more is.
        row.amount = if locked.stage.funding == Funding::Funded {
            row.amount.max(judged.booked.amount.to_decimal())
        } else {
            judged.booked.amount.to_decimal()
        };
    } else {
        row.amount = judged.booked.amount.to_decimal();
    }
    year_store::replace_years(tx, &locked.row, &judged.years).await?;
    if counts && was != judged.booked {
        recount::remove(&mut locked.project, was.amount, was.dust)?;
        recount::add(&mut locked.project, judged.booked)?;
    }
    Ok(was.amount != judged.booked.amount)
}

fn line(before: &PledgeRow, locked: &Locked, money_moved: bool) -> Result<Option<LedgerEntry>> {
    let row = &locked.row;
    if !row.status()?.stands() {
        return Ok(None);
    }
    let shown = row.visibility()? == Visibility::Public && before.visibility()? != Visibility::Public;
    let kind = match (money_moved, shown) {
        (true, _) => "pledge_edited",
        (false, true) => "pledge_shown",
        // Conditions of a pledge are nobody else's, and the ledger does not tell who hides how.
        (false, false) if before.set_of_conditions() == row.set_of_conditions() => return Ok(None),
        (false, false) => "pledge_edited",
    };
    let amount: Amount = counted_or_amount(row)?;
    lines::of_pledge(row, &locked.organization.slug, kind, amount).map(Some)
}
