//! Who reacts to what happened: a table of contents.
//!
//! An action records an event; everything that follows from it is written here, in the same transaction, so that an
//! action need not know who cares.

use crate::db::Tx;
use crate::error::Result;
use crate::features::{audit, auth, ledger, pledges, projects};
use crate::kernel::Event;
use crate::mail;

pub async fn react(tx: &mut Tx, event: &Event) -> Result<()> {
    // What becomes of the pledges comes before the totals that the ledger states; that a pledge completed the goal is
    // the line after the pledge's.
    pledges::react(tx, event).await?;
    ledger::react(tx, event).await?;
    audit::react(tx, event);
    auth::react(tx, event).await?;
    mail::react(tx, event).await?;
    projects::react(tx, event).await
}
