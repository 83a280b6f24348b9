//! Coalitions that are open, counted anew by the same rules.

use diesel_async::AsyncPgConnection;

use crate::db::Db;
use crate::error::Result;
use crate::features::pledges::recount::is_open_coalition;
use crate::features::pledges::rules::coalition::outcome;
use crate::features::pledges::store as pledges;
use crate::features::projects::store as projects;
use crate::kernel::{Amount, ProjectId};

/// Those whose tables say something else, each with what.
pub async fn miscounted(db: &Db) -> Result<Vec<String>> {
    let open = projects::open_coalitions(&mut *db.read().await?).await?;
    let mut found = Vec::new();
    for id in open {
        found.extend(db.snapshot(async |conn| compare(conn, id).await).await?);
    }
    Ok(found)
}

async fn compare(conn: &mut AsyncPgConnection, id: ProjectId) -> Result<Option<String>> {
    let project = projects::find_by_id(conn, id).await?;
    // It may have been settled since.
    if !is_open_coalition(&project)? {
        return Ok(None);
    }
    let (_, standings) = pledges::standings(conn, id).await?;
    let counted = outcome(&standings, project.firm_goal()?, project.minimum()?);
    let stored: Vec<bool> = standings.iter().map(|standing| standing.active).collect();
    let money = &project.money;
    let same = [
        ("who counts", stored == counted.active),
        ("the level", money.level == counted.level.map(|level| level.level.to_decimal())),
        ("who bears a cent more", money.extra_to == counted.level.and_then(|level| level.extra_to)),
        (
            "what would tip it",
            standings.is_empty() || money.tipping_point == counted.tipping_point.map(Amount::to_decimal),
        ),
        ("what would wake somebody", money.wakes_at == counted.waking.map(|waking| waking.amount.to_decimal())),
    ];
    let wrong: Vec<&str> = same.iter().filter(|(_, same)| !same).map(|(what, _)| *what).collect();
    Ok((!wrong.is_empty()).then(|| format!("{}: {}", project.row.slug, wrong.join(", "))))
}
