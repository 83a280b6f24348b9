//! Who reacts to what happened: a table of contents.
//!
//! An action records an event; everything that follows from it is written here, in the same transaction, so that an
//! action need not know who cares.

use crate::db::Tx;
use crate::error::Result;
use crate::features::{audit, auth};
use crate::kernel::Event;
use crate::mail;

pub async fn react(tx: &mut Tx, event: &Event) -> Result<()> {
    audit::react(tx, event).await?;
    auth::react(tx, event).await?;
    mail::react(tx, event).await
}
