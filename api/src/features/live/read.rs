//! The work behind all streams of a process: reading again what changed.

use std::sync::Arc;

use super::actions;
use super::hub::Hub;
use crate::db::Db;
use crate::kernel::ProjectId;

/// Works until the hub is closed.
pub async fn run(db: Db, hub: Arc<Hub>) {
    let mut closing = hub.closing();
    tokio::select! {
        _ = closing.wait_for(|closing| *closing) => {}
        () = read(&db, &hub) => {}
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
