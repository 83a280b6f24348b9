//! The work behind all streams of a process: hearing what changed, and reading it again.

use std::sync::Arc;
use std::time::Duration;

use super::hub::Hub;
use super::{CHANNEL, actions};
use crate::db::Db;
use crate::kernel::ProjectId;

/// How long to wait before listening again, after the connection was lost.
const AGAIN: Duration = Duration::from_secs(1);

/// Works until the hub is closed.
pub async fn run(db: Db, hub: Arc<Hub>) {
    let mut closing = hub.closing();
    tokio::select! {
        _ = closing.wait_for(|closing| *closing) => {}
        () = listen(&db, &hub) => {}
        () = read(&db, &hub) => {}
    }
}

async fn listen(db: &Db, hub: &Hub) {
    loop {
        if let Err(error) = listen_once(db, hub).await {
            hub.hears_nothing();
            tracing::warn!(%error, "live streams are not told of changes; listening again");
        }
        tokio::time::sleep(AGAIN).await;
    }
}

async fn listen_once(db: &Db, hub: &Hub) -> anyhow::Result<()> {
    let mut told = db.listen(CHANNEL).await?;
    hub.hears();
    loop {
        let said = told.next().await?;
        if let Ok(id) = said.parse::<uuid::Uuid>() {
            hub.changed(id.into());
        }
    }
}

async fn read(db: &Db, hub: &Hub) {
    loop {
        let due = hub.due(db.now());
        if due.projects.is_empty() {
            hub.until(due.next).await;
        } else if let Err(error) = read_all(db, hub, &due.projects).await {
            tracing::warn!(%error, "what live streams show could not be read; trying again");
            hub.again(&due.projects);
        }
    }
}

async fn read_all(db: &Db, hub: &Hub, due: &[(ProjectId, bool)]) -> crate::error::Result<()> {
    let ids: Vec<ProjectId> = due.iter().map(|(id, _)| *id).collect();
    let cards = actions::cards(&mut *db.read().await?, &ids, db.now()).await?;
    for card in cards {
        let changed = due.iter().any(|(id, changed)| *id == card.project && *changed);
        hub.show(card, changed);
    }
    Ok(())
}
