//! Use cases of capacity.

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;

use super::dto::{Capacity, CapacityCan, QuarterHours};
use super::rules::Quarter;
use super::store::{self, CapacityRow};
use crate::db::Tx;
use crate::error::Result;
use crate::kernel::{Actor, Event};
use crate::policy::{self, AdministrationAction};

pub async fn get(conn: &mut AsyncPgConnection, actor: &Actor, now: DateTime<Utc>) -> Result<Capacity> {
    policy::administration(actor, AdministrationAction::SeeStaffPages).require()?;
    let quarter = Quarter::of(now).to_string();
    let load = store::load(conn, now).await?;
    let rows = store::list(conn).await?;
    Ok(Capacity {
        hours: rows.iter().find(|row| row.quarter == quarter).map(|row| row.hours),
        quarter,
        funded_hours: load.funded,
        in_flight_hours: load.in_flight,
        quarters: rows.into_iter().map(view).collect(),
        can: CapacityCan { set: policy::administration(actor, AdministrationAction::SetCapacity).can() },
    })
}

/// Setting what is already so changes nothing, and nothing is recorded of it.
pub async fn set(tx: &mut Tx, quarter: Quarter, hours: i32) -> Result<QuarterHours> {
    policy::administration(tx.actor(), AdministrationAction::SetCapacity).require()?;
    if let Some(row) = store::find(tx.conn().await?, quarter).await?.filter(|row| row.hours == hours) {
        return Ok(view(row));
    }
    let row = store::put(tx, quarter, hours).await?;
    tx.record(Event::CapacitySet { quarter: quarter.to_string(), hours }).await?;
    Ok(view(row))
}

fn view(row: CapacityRow) -> QuarterHours {
    QuarterHours { quarter: row.quarter, hours: row.hours, version: row.version, updated_at: row.updated_at }
}
