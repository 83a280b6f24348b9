//! Use cases of the worker: to make facts of what dates decided, and to say that a date is near.
//!
//! Each takes the next project nobody else is at, and adds it to `aside`: it is not taken again in this look, whatever
//! becomes of the transaction.

use std::cell::RefCell;

use serde_json::json;
use uuid::Uuid;

use super::due::{bring_up_to_date, record};
use super::rules::calendar::reminder;
use super::{reminder_store, store};
use crate::db::Tx;
use crate::error::Result;
use crate::kernel::ProjectStep;

/// Whether there was one whose date has passed.
pub async fn note_next(tx: &mut Tx, aside: &RefCell<Vec<Uuid>>) -> Result<bool> {
    let left = aside.borrow().clone();
    let Some(id) = store::next_due(tx, &left).await? else { return Ok(false) };
    set_aside(aside, id.as_uuid());
    let mut project = store::lock_by_id(tx, id).await?;
    bring_up_to_date(tx, &mut project).await?;
    Ok(true)
}

/// Whether there was one whose reminder had come. The row decides who says it; a date that moved has rows of its own.
pub async fn remind_next(tx: &mut Tx, aside: &RefCell<Vec<Uuid>>) -> Result<bool> {
    let (left, now) = (aside.borrow().clone(), tx.now());
    for soon in reminder_store::closing(tx, &left).await? {
        let Some(days) = reminder(soon.closes_at, now).filter(|days| soon.is_new(*days)) else { continue };
        set_aside(aside, soon.project.as_uuid());
        // Somebody else is at it, or was, or it moved: it is looked at again soon.
        if !reminder_store::lock(tx, &soon).await? || !reminder_store::insert(tx, &soon, days).await? {
            return Ok(true);
        }
        let project = store::lock_by_id(tx, soon.project).await?;
        record(tx, &project, ProjectStep::ReminderDue, json!({ "days": days }), None).await?;
        return Ok(true);
    }
    Ok(false)
}

/// A transaction may be run again.
fn set_aside(aside: &RefCell<Vec<Uuid>>, id: Uuid) {
    let mut aside = aside.borrow_mut();
    if !aside.contains(&id) {
        aside.push(id);
    }
}
