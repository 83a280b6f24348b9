//! Hearing what other processes changed, for all that this process keeps ready and all who watch.

use std::time::Duration;

use crate::db::{CHANGES, Db, Heard};
use crate::features::live::Hub;
use crate::kernel::Touch;

/// How often the database confirms that nothing is unheard. Answers are given for as long as that is fresh
/// (`http::ready`), so a few of these may be late.
const BEAT: Duration = Duration::from_millis(250);

/// How long to wait before listening again, after the connection was lost.
const AGAIN: Duration = Duration::from_secs(1);

/// Works until the hub is closed.
pub async fn run(db: Db, hub: &Hub) {
    let mut closing = hub.closing();
    tokio::select! {
        _ = closing.wait_for(|closing| *closing) => {}
        () = listen(&db, hub) => {}
    }
}

async fn listen(db: &Db, hub: &Hub) {
    loop {
        if let Err(error) = listen_once(db, hub).await {
            hub.hears_nothing();
            tracing::warn!(%error, "changes of other processes are not heard of; listening again");
        }
        tokio::time::sleep(AGAIN).await;
    }
}

async fn listen_once(db: &Db, hub: &Hub) -> anyhow::Result<()> {
    let mut told = db.listen(CHANGES).await?;
    // Nobody knows what changed while nobody listened.
    db.changes().note_everything();
    hub.hears();
    loop {
        match told.next_within(BEAT).await? {
            Heard::AllUntil(instant) => db.changes().heard_until(instant),
            Heard::Word(word) => {
                let touch = Touch::heard(&word);
                db.changes().note_heard(touch);
                hub.changed(touch);
            }
        }
    }
}
