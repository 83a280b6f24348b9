//! The SQL of reminders: which dates are near, and which days before them were said.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::rules::calendar::REMINDERS;
use crate::db::Tx;
use crate::error::Result;
use crate::kernel::ProjectId;
use crate::schema::{project_reminders, projects};

/// An open project whose date is near.
pub struct Closing {
    pub project: ProjectId,
    pub closes_at: DateTime<Utc>,
    /// The fewest days of which somebody was reminded, of this date.
    reminded: Option<i16>,
}

impl Closing {
    /// Whether nothing as near as this was said yet.
    pub fn is_new(&self, days: i16) -> bool {
        self.reminded.is_none_or(|reminded| days < reminded)
    }
}

/// Those that close within the longest time there is a reminder for, the nearest first.
pub async fn closing(tx: &mut Tx, aside: &[Uuid]) -> Result<Vec<Closing>> {
    let now = tx.now();
    let until = now + TimeDelta::days(i64::from(REMINDERS.into_iter().max().unwrap_or_default()));
    let reminded = project_reminders::table
        .filter(project_reminders::project_id.eq(projects::id))
        .filter(project_reminders::closes_at.nullable().eq(projects::closes_at))
        .order(project_reminders::days)
        .select(project_reminders::days)
        .limit(1)
        .single_value();
    let rows: Vec<(Uuid, Option<DateTime<Utc>>, Option<i16>)> = projects::table
        .filter(projects::funding.eq("open").and(projects::closes_at.gt(now)).and(projects::closes_at.le(until)))
        .filter(projects::id.ne_all(aside))
        .order((projects::closes_at, projects::id))
        .select((projects::id, projects::closes_at, reminded))
        .load(tx.conn().await?)
        .await?;
    let closing = rows.into_iter().filter_map(|(id, closes_at, reminded)| {
        closes_at.map(|closes_at| Closing { project: id.into(), closes_at, reminded })
    });
    Ok(closing.collect())
}

/// Whether it is as it was seen and nobody else is at it; it is locked then.
pub async fn lock(tx: &mut Tx, closing: &Closing) -> Result<bool> {
    let same = projects::funding.eq("open").and(projects::closes_at.eq(closing.closes_at));
    let found: Option<Uuid> = projects::table
        .filter(projects::id.eq(closing.project.as_uuid()).and(same))
        .select(projects::id)
        .for_no_key_update()
        .skip_locked()
        .first(tx.conn().await?)
        .await
        .optional()?;
    Ok(found.is_some())
}

/// Whether this is the first time it is said.
pub async fn insert(tx: &mut Tx, closing: &Closing, days: i16) -> Result<bool> {
    let row = (
        project_reminders::project_id.eq(closing.project.as_uuid()),
        project_reminders::closes_at.eq(closing.closes_at),
        project_reminders::days.eq(days),
        project_reminders::at.eq(tx.now()),
    );
    let inserted = diesel::insert_into(project_reminders::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(tx.conn().await?)
        .await?;
    Ok(inserted == 1)
}
