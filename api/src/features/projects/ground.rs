//! The ground pledges stand on: mode, minimum, goal and date.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::rules::freeze::{self, Frozen, Ground};
use super::store::Project;
use crate::error::{Code, Error, Result};
use crate::kernel::{Amount, FieldCode, Invalid};

/// What pledges are placed on.
pub fn of(project: &Project) -> Result<Ground> {
    Ok(Ground {
        mode: project.mode()?,
        minimum: project.minimum()?,
        goal: project.goal()?,
        pledge_by: project.row.pledge_by,
        time_zone: project.time_zone()?,
    })
}

/// While pledges are live, an edit may not move what they stand on.
pub fn keep(before: &Project, after: &Project, now: DateTime<Utc>) -> Result<()> {
    let live = before.stage(now)?.live;
    freeze::check(&of(before)?, &of(after)?, live, before.pledged()?).map_err(|frozen| match frozen {
        Frozen::Fields(fields) => Error::new(Code::FrozenByPledges).with("fields", fields),
        Frozen::BelowPledged { pledged } => Error::new(Code::GoalBelowPledged).with("pledged", pledged.to_string()),
    })?;
    if after.row.goal_low.is_some() || after.row.goal_high.is_some() {
        let firm = Invalid::new(FieldCode::NotAllowed, "Only a draft or a candidate has a range for its goal.");
        return Err(Error::field("/goal_low", firm));
    }
    Ok(())
}

/// What pledges are placed on, as the ledger says it.
pub fn as_data(project: &Project) -> serde_json::Value {
    json!({
        "mode": project.row.mode,
        "goal": project.money.goal.and_then(Amount::from_decimal),
        "minimum_pledge": Amount::from_decimal(project.row.minimum_pledge),
        "pledge_by": project.row.pledge_by,
        "time_zone": project.row.time_zone,
    })
}
