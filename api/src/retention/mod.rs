//! How long what is known of people is kept once nobody needs it, and the end of it.
//!
//! Always holds: traces end by themselves (stored answers, links, sessions, tokens, invitations, mails). Who somebody is
//! and belongs to ends with an erasure; what an organisation promised, what the ledger states and what the audit log says
//! (ids, never names) stays for ever. Any number of workers may do this at once.

mod store;

use chrono::TimeDelta;

use crate::db::{Cause, Db, Tx};
use crate::error::Result;
use crate::kernel::Actor;

/// Answers are repeated for a day at least, however slowly a client tries again; two leave room.
const ANSWERS: TimeDelta = TimeDelta::days(2);
/// A link works for minutes; a day more tells "used" from "unknown" to whoever asks why.
const LINKS: TimeDelta = TimeDelta::days(1);

/// One kind of thing that ends.
#[derive(Clone, Copy)]
struct Ending {
    what: &'static str,
    table: &'static str,
    /// SQL of the moment from which nobody needs it.
    since: &'static str,
    /// How long after it; as long as the operator says if nothing is said here.
    after: Option<TimeDelta>,
}

const ENDINGS: [Ending; 6] = [
    Ending { what: "stored answers", table: "idempotency_keys", since: "created_at", after: Some(ANSWERS) },
    Ending { what: "sign-in links", table: "magic_links", since: "expires_at", after: Some(LINKS) },
    Ending { what: "sessions", table: "sessions", since: "COALESCE(ended_at, expires_at)", after: None },
    Ending { what: "access tokens", table: "access_tokens", since: "LEAST(revoked_at, expires_at)", after: None },
    // Whoever accepted is a member; whoever did not is nobody here.
    Ending {
        what: "invitations",
        table: "invitations",
        since: "LEAST(accepted_at, revoked_at, expires_at)",
        after: None,
    },
    Ending { what: "mails", table: "outbox", since: "COALESCE(done_at, dead_at)", after: None },
];

/// Removes what is over by now; how many rows.
pub async fn purge(db: &Db, keep: TimeDelta) -> usize {
    let cause = Cause { actor: Actor::Public, request_id: None };
    let mut all = 0;
    for ending in ENDINGS {
        match all_of(db, &cause, ending, keep).await {
            Ok(0) => {}
            Ok(removed) => {
                tracing::info!(what = ending.what, removed, "what nobody needs any more is gone");
                all += removed;
            }
            // The others do not wait for it.
            Err(error) => {
                tracing::error!(%error, what = ending.what, "what nobody needs any more could not be removed")
            }
        }
    }
    all
}

async fn all_of(db: &Db, cause: &Cause, ending: Ending, keep: TimeDelta) -> Result<usize> {
    let mut removed = 0;
    loop {
        let some = db.write(cause, async |tx: &mut Tx| store::remove_some(tx, ending, keep).await).await?;
        removed += some;
        if some < store::AT_ONCE {
            return Ok(removed);
        }
    }
}
